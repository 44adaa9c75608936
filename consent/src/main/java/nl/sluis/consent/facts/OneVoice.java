package nl.sluis.consent.facts;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.custody.ConsentParameters.CourtReach;
import nl.sluis.consent.custody.Signers;
import nl.sluis.consent.event.Answer;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.policies.question.ConsentState.Lack;
import nl.sluis.policies.terms.DataCategory;
import org.jspecify.annotations.Nullable;

/// How one question stands for one person: whether it is that person's to answer, whether it still
/// can be, and what that person's own answer is.
///
/// It tells nothing of anybody else. Judged at the instant of looking, by the same code that
/// decides (age, gezag and term). Immutable; may be shared between threads.
public final class OneVoice {
  private static final Set<Lack> NOES = EnumSet.of(Lack.GEWEIGERD, Lack.INGETROKKEN, Lack.BETWIST);

  private final StateAt state;
  private final CourtReach court;

  /// @param parameters the choices of the convenant
  public OneVoice(ConsentParameters parameters) {
    this.state = new StateAt(parameters);
    this.court = parameters.court();
  }

  /// Must this person say yes before anything is shared?
  public boolean isNeeded(FactQuery query, Records records, UUID person, Instant at) {
    return state.signers(query, records, at) instanceof Signers.Known known
        && known.all().contains(person);
  }

  /// Can nobody answer it with a yes that counts any more: its term is over, it was used up, given
  /// up or set aside, or what would be asked now reads otherwise?
  public static boolean isOver(FactQuery query, Records records, ConsentAsk ask, Instant at) {
    var happened =
        records.events().stream().filter(event -> event.askId().equals(ask.id())).toList();
    boolean isInTerm =
        at.isBefore(ask.validUntil())
            || happened.stream()
                .anyMatch(
                    e -> e.type() == EventType.RENEWED && e.until() != null && !e.hasEnded(at));
    return !isInTerm
        || query.regimes().isEmpty()
        || !ask.text().equals(query.text())
        || happened.stream().map(ConsentEvent::type).anyMatch(EventType::isEnd);
  }

  /// What this person's answer to this question is, by category; a category that was not answered,
  /// or whose yes does not count any more and has to be said again, is not in it.
  public Map<DataCategory, Answer> answers(
      FactQuery query, Records records, ConsentAsk ask, UUID person, Instant at) {
    var answers = new EnumMap<DataCategory, Answer>(DataCategory.class);
    for (var category : ask.categories()) {
      records.events().stream()
          .filter(e -> e.askId().equals(ask.id()) && e.isBy(person) && e.covers(category))
          .sorted(Comparator.comparingLong(ConsentEvent::seq))
          .flatMap(e -> e.type().answer().stream())
          .reduce((_, last) -> last)
          .filter(last -> last != Answer.ANDERS)
          .ifPresent(last -> answers.put(category, last));
    }
    var birth = records.birth();
    if (birth == null) {
      return answers;
    }
    var said = new Statements(query, birth, records, court, at);
    for (var category : ask.categories()) {
      answers.computeIfPresent(
          category,
          (_, last) ->
              last == Answer.JA ? counting(said.of(person, ask, category, Set.of())) : last);
    }
    return answers;
  }

  /// A yes as it counts now: a no to another question about the same takes it away.
  private static @Nullable Answer counting(Standing standing) {
    return switch (standing) {
      case Standing.Yes _ -> Answer.JA;
      case Standing.Silent _ -> null;
      case Standing.No no -> NOES.stream().anyMatch(no.lacks()::contains) ? Answer.NEE : null;
    };
  }
}
