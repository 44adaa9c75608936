package nl.sluis.policies.convenant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.sluis.policies.convenant.Convenant.Status;
import nl.sluis.policies.convenant.ConvenantShelf.SetAside;

/// Two texts must never speak of one child at one time: no two versions of one convenant from the
/// same day, and no two convenanten for one municipality.
///
/// A later version of a convenant makes an end to the one before it on its own first day, whatever
/// last day that one names: an adopted text never changes, so it cannot know when it is followed.
///
/// @param used what can be used together
/// @param aside what cannot stand beside it, each with why and what to do
record Overlap(List<Convenant> used, List<SetAside> aside) {
  private static final Comparator<Convenant> ORDER =
      Comparator.comparingInt((Convenant v) -> v.status() == Status.VASTGESTELD ? 0 : 1)
          .thenComparing(Convenant::validFrom)
          .thenComparing(Convenant::id)
          .thenComparing(Convenant::version);

  /// Puts aside what overlaps: an example yields to what was adopted, and what begins later to what
  /// was there.
  static Overlap of(List<Convenant> versions) {
    var left = new ArrayList<>(versions.stream().sorted(ORDER).toList());
    var aside = new ArrayList<SetAside>();
    for (var found = first(left); found.isPresent(); found = first(left)) {
      aside.add(found.get());
      left.remove(found.get().convenant());
    }
    return new Overlap(List.copyOf(left), List.copyOf(aside));
  }

  private static Optional<SetAside> first(List<Convenant> versions) {
    for (int i = 1; i < versions.size(); i++) {
      var version = versions.get(i);
      for (var other : versions.subList(0, i)) {
        var why = why(other, version, versions);
        if (why.isPresent()) {
          return Optional.of(new SetAside(version, why.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> why(Convenant other, Convenant version, List<Convenant> all) {
    if (!other.id().equals(version.id())) {
      return shared(other, version, all);
    }
    return other.validFrom().equals(version.validFrom())
        ? Optional.of(
            "Versie "
                + version.version()
                + " begint op dezelfde dag als versie "
                + other.version()
                + ". Geef een van beide een latere `geldigVan`; de latere versie maakt vanzelf een"
                + " eind aan de eerdere.")
        : Optional.empty();
  }

  /// The first municipality for whose children both would speak on one day.
  private static Optional<String> shared(Convenant other, Convenant version, List<Convenant> all) {
    var end = earlier(end(other, all), end(version, all));
    for (var one : version.region()) {
      for (var two : other.region()) {
        var from = later(later(other.validFrom(), version.validFrom()), one.days().first());
        var start = later(from, two.days().first());
        var until = earlier(earlier(end, one.days().end()), two.days().end());
        if (one.municipality().equals(two.municipality()) && start.isBefore(until)) {
          return Optional.of(
              "Voor "
                  + one.municipality()
                  + " geldt op dezelfde dag al convenant "
                  + other.id()
                  + ". Laat de gemeente in het ene convenant ophouden op de dag waarop zij in het"
                  + " andere begint.");
        }
      }
    }
    return Optional.empty();
  }

  /// First day on which this version is not in force any more beside these others.
  static LocalDate end(Convenant version, List<Convenant> all) {
    return earlier(
        version.validUntil(),
        all.stream()
            .filter(v -> v.id().equals(version.id()))
            .map(Convenant::validFrom)
            .filter(version.validFrom()::isBefore)
            .min(Comparator.naturalOrder()));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, Optional<LocalDate> other) {
    return other.map(day -> earlier(one, day)).orElse(one);
  }
}
