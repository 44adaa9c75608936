package nl.sluis.policies.convenant;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.NonEmpty;

/// Every version of one convenant that was ever loaded; says which one speaks at an instant.
///
/// When the last version has lapsed, the law still carries what rests on it; the shelf keeps
/// handing out that version and says that it has lapsed. Immutable; may be shared between threads.
public final class ConvenantShelf {
  private final List<Convenant> versions;

  /// How a version stands at an instant.
  public enum Standing {
    /// In force.
    GELDIG,
    /// Ended, and nothing came after it.
    VERLOPEN,
    /// Not begun yet.
    NOG_NIET
  }

  /// A version and how it stands.
  ///
  /// @param convenant the version that speaks
  /// @param standing whether it is in force
  public record Speaking(Convenant convenant, Standing standing) {}

  /// @param versions at least one; concepts are put aside
  /// @throws IllegalArgumentException when two adopted versions are in force on the same day, or
  ///   when none was adopted
  public ConvenantShelf(NonEmpty<Convenant> versions) {
    this.versions =
        versions.items().stream()
            .filter(c -> c.status() != Convenant.Status.CONCEPT)
            .sorted(Comparator.comparing(Convenant::validFrom))
            .toList();
    if (this.versions.isEmpty()) {
      throw new IllegalArgumentException("no version of the convenant was adopted");
    }
    for (int i = 1; i < this.versions.size(); i++) {
      var earlier = this.versions.get(i - 1);
      var later = this.versions.get(i);
      if (earlier.isInForceOn(later.validFrom()) && later.isInForceOn(later.validFrom())) {
        throw new IllegalArgumentException(
            "`" + earlier.version() + "` and `" + later.version() + "` are in force together");
      }
    }
  }

  /// The version that speaks at this instant, by the calendar of Europe/Amsterdam.
  public Speaking at(Instant instant) {
    var day = instant.atZone(Age.CALENDAR).toLocalDate();
    for (var version : versions) {
      if (version.isInForceOn(day)) {
        return new Speaking(version, Standing.GELDIG);
      }
    }
    for (var version : versions.reversed()) {
      if (!day.isBefore(version.validFrom())) {
        return new Speaking(version, Standing.VERLOPEN);
      }
    }
    return new Speaking(versions.getFirst(), Standing.NOG_NIET);
  }

  /// Every version, the oldest first.
  public List<Convenant> versions() {
    return versions;
  }
}
