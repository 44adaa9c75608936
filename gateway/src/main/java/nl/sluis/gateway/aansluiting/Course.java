package nl.sluis.gateway.aansluiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.aansluiting.Step.Kind;
import nl.sluis.gateway.peer.Standing;

/// Everything that was said about one organisation, and what follows from the next word. Pure, and
/// immutable.
///
/// @param steps in the order in which they were said
/// @param inFile whether a file on this gateway makes it a partner, as long as nobody said anything
public record Course(List<Step> steps, boolean inFile) {
  /// How long one person's word waits for a second one.
  public static final Duration WAITS = Duration.ofDays(30);

  /// Copies its list.
  public Course {
    steps = List.copyOf(steps);
  }

  /// What a word comes to.
  public sealed interface Verdict {
    /// From now on it is so.
    record Done(Standing standing) implements Verdict {}

    /// It is on record, and somebody else must say it too.
    record Waits() implements Verdict {}

    /// It cannot be said.
    ///
    /// @param sentence why, and what to do, in Dutch
    record Refused(String sentence) implements Verdict {}
  }

  /// How Sluis stands to it now.
  public Standing standing() {
    return steps.reversed().stream()
        .flatMap(step -> step.effect().stream())
        .findFirst()
        .orElse(inFile ? Standing.TOEGELATEN : Standing.VERWIJDERD);
  }

  /// The digest of the application by which it is a partner; empty when it is none, or by a file.
  public Optional<String> application() {
    return admission().flatMap(Step::application);
  }

  /// Since when it is a partner by that application.
  public Optional<Instant> admittedAt() {
    return admission().map(Step::at);
  }

  private Optional<Step> admission() {
    return standing() == Standing.VERWIJDERD
        ? Optional.empty()
        : steps.reversed().stream()
            .filter(step -> step.kind() == Kind.TOELATEN && step.effect().isPresent())
            .findFirst();
  }

  /// What waits for a second person at this instant, the oldest first: what came before the last
  /// change waits no longer.
  public List<Step> waiting(Instant now) {
    var waiting = new ArrayList<Step>();
    for (var step : steps) {
      if (step.effect().isPresent()) {
        waiting.clear();
      } else if (now.isBefore(step.at().plus(WAITS))) {
        waiting.add(step);
      }
    }
    return List.copyOf(waiting);
  }

  /// What it comes to when this person says this now.
  ///
  /// @param application the digest of what is to be admitted; empty for another word
  public Verdict next(Kind kind, Optional<String> application, String by, Instant now) {
    var refusal = refusal(kind);
    if (refusal.isPresent()) {
      return new Verdict.Refused(refusal.get());
    }
    if (!kind.takesTwo()) {
      return new Verdict.Done(kind.effect());
    }
    var same =
        waiting(now).stream()
            .filter(step -> step.kind() == kind && step.application().equals(application))
            .toList();
    if (same.stream().anyMatch(step -> !step.by().equals(by))) {
      return new Verdict.Done(kind.effect());
    }
    return same.isEmpty()
        ? new Verdict.Waits()
        : new Verdict.Refused(
            "`" + by + "` zei dit al; er is iemand anders nodig om het te bevestigen");
  }

  private Optional<String> refusal(Kind kind) {
    var now = standing();
    return switch (kind) {
      case TOELATEN ->
          when(
              now == Standing.GESCHORST,
              "deze partner is geschorst; hervat of verwijder hem eerst");
      case SCHORSEN -> when(now != Standing.TOEGELATEN, isAlready(now));
      case HERVATTEN -> when(now != Standing.GESCHORST, "deze partner is niet geschorst");
      case VERWIJDEREN -> when(now == Standing.VERWIJDERD, isAlready(now));
    };
  }

  private static String isAlready(Standing now) {
    return now == Standing.GESCHORST
        ? "deze partner is al geschorst"
        : "dit is geen partner; `./sluis partner lijst` noemt wie dat is";
  }

  private static Optional<String> when(boolean refused, String sentence) {
    return refused ? Optional.of(sentence) : Optional.empty();
  }
}
