package nl.sluis.policies.difference;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Served;

/// What is said differently of the whole version: how far it has come, when and where it holds.
final class HeadMoved {
  private static final List<Part<Convenant>> PARTS =
      List.of(
          Part.one("heet", Convenant::title),
          Part.one("rust op", c -> c.basis().orElse("")),
          Part.one("heeft als status", c -> c.status().name().toLowerCase(Locale.ROOT)),
          Part.one("geldt vanaf", c -> c.validFrom().toString()),
          Part.one("geldt tot", c -> c.validUntil().toString()),
          Part.some("is voor de gemeenten", HeadMoved::region),
          Part.one("laat de vorige versie nog gelden (dagen)", c -> "" + c.overlapDays()),
          Part.some(
              "telt geen leestermijn in",
              c ->
                  c.schoolHolidays().stream()
                      .map(h -> h.name() + " van " + h.first() + " tot en met " + h.last())));

  private HeadMoved() {}

  static List<String> between(Convenant before, Convenant after) {
    return Part.moved("De versie", before, after, PARTS);
  }

  // Days are told where they are other than those of the version itself.
  private static Stream<String> region(Convenant convenant) {
    return convenant.region().stream()
        .map(
            served ->
                isWhole(served, convenant)
                    ? served.municipality().name()
                    : served.municipality() + " " + Words.days(served.days()));
  }

  private static boolean isWhole(Served served, Convenant convenant) {
    return !served.days().first().isAfter(convenant.validFrom())
        && served.days().end().filter(end -> end.isBefore(convenant.validUntil())).isEmpty();
  }
}
