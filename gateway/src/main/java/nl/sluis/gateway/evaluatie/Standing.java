package nl.sluis.gateway.evaluatie;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// How it stands with what one person was asked after help. A pure function of what happened, and
/// an instant. Immutable.
///
/// @param until until when can be answered
/// @param said what this person said last; empty when nothing
/// @param fetched when the organisation fetched the answer that stands; empty when it did not
public record Standing(Instant until, Optional<Said> said, Optional<Instant> fetched) {
  /// How many days an answer that nobody fetched lies here after the last day to answer; then it is
  /// deleted.
  public static final int KEPT_DAYS = 28;

  /// What somebody said.
  public enum Word {
    /// An answer.
    GEGEVEN,
    /// That there will be none.
    NIET,
    /// That the answer is taken back.
    INGETROKKEN
  }

  /// What somebody said, and when.
  ///
  /// @param step by which it was said
  public record Said(Word word, long step, Instant at) {}

  /// How it stands for this person; empty when that person was not asked.
  static Optional<Standing> of(List<Step> steps, UUID person) {
    Optional<Standing> standing = Optional.empty();
    for (var step : steps) {
      if (step.person().equals(person)) {
        standing =
            switch (step.kind()) {
              case GEVRAAGD ->
                  step.until()
                      .map(until -> new Standing(until, Optional.empty(), Optional.empty()));
              case GEGEVEN -> standing.map(before -> before.then(Word.GEGEVEN, step));
              case NIET -> standing.map(before -> before.then(Word.NIET, step));
              case INGETROKKEN -> standing.map(before -> before.then(Word.INGETROKKEN, step));
              case OPGEHAALD ->
                  standing.map(
                      before -> new Standing(before.until, before.said, Optional.of(step.at())));
            };
      }
    }
    return standing;
  }

  private Standing then(Word word, Step step) {
    return new Standing(
        until, Optional.of(new Said(word, step.number(), step.at())), Optional.empty());
  }

  /// Can this person still answer, for the first time or again? Not what was fetched.
  public boolean isOpen(Instant now) {
    return now.isBefore(until) && fetched.isEmpty() && !stands();
  }

  /// Does an answer stand that can still be taken back?
  public boolean canBeTakenBack() {
    return stands() && fetched.isEmpty();
  }

  /// The step by which the answer was given that stands; empty when none does.
  OptionalLong answer() {
    return said.filter(one -> one.word() == Word.GEGEVEN).stream()
        .mapToLong(Said::step)
        .findFirst();
  }

  private boolean stands() {
    return answer().isPresent();
  }
}
