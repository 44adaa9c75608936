package nl.sluis.consent.sight;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.sluis.consent.desk.Askable;
import nl.sluis.consent.desk.Asked;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.event.Answer;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.OneVoice;
import nl.sluis.consent.facts.Records;
import nl.sluis.consent.facts.StateAt;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.terms.DataCategory;

/// What one person sees of the consents about one child: the questions, and the own words.
///
/// Never what another giver said, when, or by which road; only whether all of it is there. May be
/// shared between threads; it reads in the transaction of its caller.
public final class OwnConsents {
  private static final int MOST = 200;

  private final ConsentDesk asks;
  private final FactReader facts;
  private final HiddenReader hiding;

  /// One question as this person sees it.
  ///
  /// @param ask what was asked
  /// @param shown the text that was shown
  /// @param complete whether every yes that is needed is there; empty when that is not this
  ///   person's business
  /// @param own what this person said to it, in order
  /// @param since from when it is shown, when it was hidden before
  /// @param asked when it was asked
  /// @param mine how it stands for this person
  public record Line(
      ConsentAsk ask,
      Asked.Shown shown,
      Optional<Boolean> complete,
      List<ConsentEvent> own,
      Optional<Instant> since,
      Instant asked,
      Mine mine) {
    /// Copies its parts.
    public Line {
      own = List.copyOf(own);
    }

    /// The number of the last thing this person said; none when nothing was said.
    public long lastWord() {
      return own.stream().mapToLong(ConsentEvent::seq).max().orElse(0);
    }
  }

  /// How one question stands for the person who looks.
  ///
  /// @param needed whether nothing is shared without this person's yes
  /// @param over whether no yes to it counts any more
  /// @param answers this person's answer, by category; what is not in it was not answered
  /// @param shared what may be shared now; empty when that is not this person's business
  public record Mine(
      boolean needed,
      boolean over,
      Map<DataCategory, Answer> answers,
      Optional<Set<DataCategory>> shared) {
    /// Copies its parts.
    public Mine {
      answers = Map.copyOf(answers);
      shared = shared.map(Set::copyOf);
    }
  }

  /// @param region in whose part of the database the consents live
  /// @param seal opens what singles a person out
  /// @param asks knows what was asked
  public OwnConsents(String region, PersonSeal seal, ConsentDesk asks) {
    this.asks = asks;
    this.facts = new FactReader(region, seal);
    this.hiding = new HiddenReader(region);
  }

  /// The newest two hundred questions this person may know of, the newest first.
  ///
  /// @param askable under what the convenant lets it be asked now
  public List<Line> of(
      Connection tx, Place place, Function<ConsentAsk, Askable> askable, Instant now)
      throws SQLException {
    var all = asks.about(tx, place.subject());
    var queries = all.stream().map(a -> FactQuery.about(a.ask())).toList();
    var records = facts.seen(tx, queries, now);
    var hidden = hiding.of(tx, place.subject());
    var lines = new ArrayList<Line>();
    for (int i = 0; i < all.size() && lines.size() < MOST; i++) {
      line(place, all.get(i), records.get(i), hidden, askable, now).ifPresent(lines::add);
    }
    return lines;
  }

  private Optional<Line> line(
      Place place,
      Asked asked,
      Records records,
      Hidden hidden,
      Function<ConsentAsk, Askable> askable,
      Instant now) {
    var ask = asked.ask();
    var own =
        records.events().stream()
            .filter(e -> e.askId().equals(ask.id()) && e.isBy(place.person()))
            .toList();
    var rule = askable.apply(ask);
    var mayLearn = new MayLearn(rule.parameters());
    var viewer = new Viewer.Person(place.subject(), place.person());
    var row =
        new Row(
            ask.id(),
            Row.Kind.OVER_HET_KIND,
            !own.isEmpty(),
            asked.at(),
            Set.copyOf(List.of(ask.sender().oin(), ask.receiver().oin())));
    var since = hidden.shownSince(ask.id(), place.person());
    return switch (mayLearn.of(viewer, row, records, hidden, now)) {
      case NIETS, AANTALLEN -> Optional.empty();
      case EIGEN_WOORDEN ->
          Optional.of(
              new Line(
                  ask,
                  asked.shown(),
                  Optional.empty(),
                  own,
                  since,
                  asked.at(),
                  mine(place, ask, records, rule, Optional.empty(), now)));
      case ALLES -> {
        var state = state(ask, records, rule, now);
        yield Optional.of(
            new Line(
                ask,
                asked.shown(),
                Optional.of(isComplete(ask, state)),
                own,
                since,
                asked.at(),
                mine(place, ask, records, rule, Optional.of(state), now)));
      }
    };
  }

  private static Mine mine(
      Place place,
      ConsentAsk ask,
      Records records,
      Askable rule,
      Optional<ConsentState> state,
      Instant now) {
    var query = rule.query(ask);
    var voice = new OneVoice(rule.parameters());
    return new Mine(
        state.isPresent() && voice.isNeeded(query, records, place.person(), now),
        state.isEmpty() || OneVoice.isOver(query, records, ask, now),
        voice.answers(query, records, ask, place.person(), now),
        state.map(OwnConsents::shared));
  }

  private static Set<DataCategory> shared(ConsentState state) {
    return state instanceof ConsentState.Given given ? given.categories() : Set.of();
  }

  /// What those who must say yes to this one question have said.
  ///
  /// @param records what is on record about it
  /// @param rule under what the convenant lets it be asked now
  public static ConsentState state(ConsentAsk ask, Records records, Askable rule, Instant now) {
    var query = rule.query(ask);
    return new StateAt(rule.parameters()).weigh(query, only(ask, records), now).state();
  }

  /// Is every yes to this one question there, for all that was asked?
  public static boolean isComplete(ConsentAsk ask, ConsentState state) {
    return state instanceof ConsentState.Given given
        && given.categories().containsAll(ask.categories());
  }

  /// A yes to another question does not complete this one; a no to it still counts.
  private static Records only(ConsentAsk ask, Records r) {
    var events = r.events().stream().filter(e -> isOf(ask, e)).toList();
    return r.with(r.asks(), events);
  }

  private static boolean isOf(ConsentAsk ask, ConsentEvent event) {
    return event.askId().equals(ask.id()) || !event.type().isYes();
  }
}
