package nl.sluis.consent.custody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Regime;

/// A part of gezag that a court gave to another than the parents (BW 1:265e).
///
/// @param seq in which order it was recorded
/// @param domain which part
/// @param sharingNamed whether the decision speaks of sharing, not only of the matter itself
/// @param holder who has it
/// @param validFrom first day on which it is so
/// @param validUntil first day on which it is not so any more
/// @param obtainedAt when the decision was seen
public record Deelgezag(
    long seq,
    Domain domain,
    boolean sharingNamed,
    UUID holder,
    LocalDate validFrom,
    LocalDate validUntil,
    Instant obtainedAt) {
  /// The three parts that the law knows. Which regime of sharing belongs to a part is a reading; a
  /// part reaches no further than its own matter.
  public enum Domain {
    /// Enrolment at a school (BW 1:265e lid 1 sub a).
    ONDERWIJS,
    /// Medical treatment (sub b).
    MEDISCH,
    /// A residence permit (sub c): it says nothing of sharing.
    VERBLIJF;

    /// Does this part touch sharing under this regime?
    public boolean touches(Regime regime) {
      return switch (this) {
        case ONDERWIJS -> regime == Regime.SCHOOL_AVG;
        case MEDISCH -> regime == Regime.MEDISCH;
        case VERBLIJF -> false;
      };
    }

    /// The word in messages, such as `onderwijs`.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The part with this code; empty when there is none.
    public static Optional<Domain> of(String code) {
      for (var domain : values()) {
        if (domain.code().equals(code)) {
          return Optional.of(domain);
        }
      }
      return Optional.empty();
    }
  }

  /// Is it so on this day?
  public boolean holdsOn(LocalDate day) {
    return !validFrom.isAfter(day) && validUntil.isAfter(day);
  }

  /// The same, had by somebody who is known by another id.
  public Deelgezag heldBy(UUID other) {
    return new Deelgezag(seq, domain, sharingNamed, other, validFrom, validUntil, obtainedAt);
  }
}
