package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Two texts must never speak of one child at one time: no two versions of one convenant on one
/// day, and no two convenanten for one municipality.
final class Overlap {
  private Overlap() {}

  /// Why this version cannot stand beside those that are used already; empty when it can.
  static Optional<String> with(List<Convenant> used, Convenant version) {
    return used.stream()
        .filter(other -> version.validFrom().isBefore(other.validUntil()))
        .filter(other -> other.validFrom().isBefore(version.validUntil()))
        .flatMap(other -> why(other, version).stream())
        .findFirst();
  }

  private static Optional<String> why(Convenant other, Convenant version) {
    if (other.id().equals(version.id())) {
      return Optional.of(
          "Versie " + version.version() + " overlapt met versie " + other.version() + ".");
    }
    var first = later(other.validFrom(), version.validFrom());
    return version.region().stream()
        .filter(s -> other.isFor(s.municipality(), later(first, s.days().first())))
        .filter(s -> s.days().hold(later(first, s.days().first())))
        .map(
            s ->
                "Voor "
                    + s.municipality()
                    + " geldt op dezelfde dag al convenant "
                    + other.id()
                    + ".")
        .findFirst();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
