package nl.sluis.gateway.inzicht;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.event.ConsentAsk;
import nl.sluis.consent.event.ConsentEvent;
import nl.sluis.consent.event.EventType;
import nl.sluis.consent.sight.OwnConsents;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;

/// Puts what somebody may learn in the words of a line (domain 2.7, row content).
///
/// For who is shielded from anybody at this child the place of everybody else is covered too: sort
/// of organisation only, no address, no school, no move, nobody to phone but Sluis. A line of which
/// nothing else is left is no line. Without state.
final class Teller {
  private final Cover cover;
  private final Map<UUID, List<ConsentEvent>> own;

  /// @param cover what who looks may read of where others are
  /// @param own what who looks said, by question
  Teller(Cover cover, Map<UUID, List<ConsentEvent>> own) {
    this.cover = cover;
    this.own = Map.copyOf(own);
  }

  /// The line of what somebody may learn; empty when nothing may be left of it.
  Optional<Line> line(Sieve.Seen seen) {
    var what = seen.what();
    var between = what.between();
    if (cover.hides(between.purpose(), what.categories())) {
      return Optional.empty();
    }
    var words = seen.words();
    return Optional.of(
        new Line(
            List.of(new Ref(false, what.index())),
            day(what.at()),
            what.told(),
            seen.senderHidden() ? Who.hidden() : Who.of(between.from(), words, cover),
            Who.of(between.to(), words, cover),
            between.purpose(),
            words.purposes().getOrDefault(between.purpose(), ""),
            labels(what.categories(), words),
            labels(what.withheld(), words),
            ground(seen),
            what.done(),
            seen.since().map(Teller::day),
            seen.senderHidden() ? Optional.empty() : cover.contact(between.from(), words),
            what.consents().stream().filter(own::containsKey).sorted().findFirst()));
  }

  /// The lines of what who looks said to one question.
  List<Line> lines(OwnConsents.Line said, Convenant words) {
    var ask = said.ask();
    return cover.hides(ask.purpose(), ask.categories())
        ? List.of()
        : said.own().stream().flatMap(event -> line(said, ask, event, words).stream()).toList();
  }

  private Optional<Line> line(
      OwnConsents.Line said, ConsentAsk ask, ConsentEvent event, Convenant words) {
    // What a court said is nobody's own word.
    return event
        .type()
        .said()
        .filter(_ -> event.type() != EventType.SUBSTITUTED_BY_COURT)
        .map(
            word ->
                new Line(
                    List.of(new Ref(true, event.seq())),
                    day(event.occurredAt()),
                    Told.EIGEN_WOORD,
                    Who.of(ask.sender(), words, cover),
                    Who.of(ask.receiver(), words, cover),
                    ask.purpose(),
                    words.purposes().getOrDefault(ask.purpose(), ""),
                    labels(
                        event.categories().isEmpty() ? ask.categories() : event.categories(),
                        words),
                    List.of(),
                    new Ground.Explained(new Ground.None(), List.of()),
                    word,
                    said.since().map(Teller::day),
                    cover.contact(ask.sender(), words),
                    Optional.of(ask.id())));
  }

  private List<String> labels(Set<DataCategory> categories, Convenant words) {
    return cover.readable(categories).stream()
        .sorted()
        .map(category -> words.labels().getOrDefault(category, category.slug()))
        .toList();
  }

  private Ground.Explained ground(Sieve.Seen seen) {
    if (seen.what().told() != Told.GEKREGEN) {
      return new Ground.Explained(new Ground.None(), List.of());
    }
    var articles = seen.rule().map(Rule::grounds).orElse(List.of());
    return new Ground.Explained(inShort(seen), articles);
  }

  private Ground inShort(Sieve.Seen seen) {
    var lane = seen.rule().map(Rule::lane).orElse(Lane.WETTELIJK);
    return switch (lane) {
      case OVERRIDE, CONFLICT_VAN_PLICHTEN -> new Ground.ForSafety();
      case TOESTEMMING ->
          saidYes(seen.what()).<Ground>map(Ground.YouSaidYes::new).orElseGet(Ground.SaidYes::new);
      case WETTELIJK, ANONIEM -> new Ground.ByLaw();
    };
  }

  private Optional<LocalDate> saidYes(Happened what) {
    return what.consents().stream()
        .flatMap(consent -> own.getOrDefault(consent, List.of()).stream())
        .filter(event -> event.type().isYes() && !event.occurredAt().isAfter(what.at()))
        .map(ConsentEvent::occurredAt)
        .max(Instant::compareTo)
        .map(Teller::day);
  }

  /// The day in Europe/Amsterdam.
  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Age.CALENDAR);
  }
}
