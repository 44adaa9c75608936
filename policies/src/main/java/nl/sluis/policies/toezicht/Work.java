package nl.sluis.policies.toezicht;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an officer has to look at. The control policy says of each within how many days, and
/// whether a second person closes it.
public enum Work {
  /// What went out by the meldcode or by a conflict of duties (domain 3.7).
  OVERRIDE(7, true),
  /// The papers of an acute report that come after it.
  NADOCUMENTATIE(3, false),
  /// Something is hidden from a family and must be looked at again.
  EMBARGO(28, true),
  /// Somebody objects (AVG 21).
  BEZWAAR(30, false),
  /// Somebody asks for access, correction or erasure (AVG 12(3): one month).
  VERZOEK(30, false),
  /// A receiver did not say that it stopped.
  STOP(14, false),
  /// Somebody says that a row is not right.
  BETWISTING(30, false),
  /// Who has gezag was not confirmed for too long.
  GEZAG(60, false),
  /// The logbook does not add up.
  INTEGRITEIT(1, true),
  /// A certificate or a convenant is about to end.
  VERLOOP(30, false),
  /// Somebody's work stands out, by a rule of the policy.
  SIGNAAL(30, true),
  /// The rows that were drawn for a sample.
  STEEKPROEF(30, true),
  /// A possible breach (AVG 33: 72 hours).
  DATALEK(3, true);

  private final int longestDays;
  private final boolean alwaysTwo;

  Work(int longestDays, boolean alwaysTwo) {
    this.longestDays = longestDays;
    this.alwaysTwo = alwaysTwo;
  }

  /// The most days that a policy may give it, in calendar days.
  public int longestDays() {
    return longestDays;
  }

  /// Must a second person always close it, whatever a policy says?
  public boolean alwaysTwo() {
    return alwaysTwo;
  }

  /// The word in the policy, such as `override`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The work with this word; empty when there is none.
  public static Optional<Work> of(String code) {
    return Arrays.stream(values()).filter(work -> work.code().equals(code)).findFirst();
  }
}
