package nl.sluis.policies.legal;

import static nl.sluis.policies.legal.Said.join;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.convenant.Party;

/// The first annex of both agreements: who takes part, as what, since when, and whom to ask.
///
/// @param convenants those whose parties are told
record PartiesPage(Collection<Convenant> convenants) {

  String page() {
    var table = new Table();
    table.text("# Bijlage 1: wie meedoet");
    table.text(
        Said.MADE
            + " Zij hoort bij [onderlinge-regeling.md](onderlinge-regeling.md) en"
            + " [verwerkersovereenkomst.md](verwerkersovereenkomst.md). De postbussen zijn van"
            + " functies, niet van mensen.");
    for (var convenant : convenants) {
      table.text("## " + convenant.title() + ", versie " + convenant.version());
      table.text("Geldt van " + convenant.validFrom() + " tot " + convenant.validUntil() + ".");
      table.head(
          "partij",
          "OIN",
          "rollen",
          "gebonden",
          "gemeenten",
          "wie tekent",
          "functionaris gegevensbescherming",
          "aandachtsfunctionaris");
      convenant.parties().values().stream()
          .sorted(Comparator.comparing(Party::name))
          .forEach(p -> table.row(party(convenant, p)));
      table.end();
    }
    return table.page();
  }

  private static String[] party(Convenant convenant, Party party) {
    return new String[] {
      party.name(),
      party.oin().value(),
      join(roles(convenant, party)),
      days(party.bound())
          + party.suspensions().stream()
              .map(days -> "; geschorst " + days(days))
              .collect(Collectors.joining()),
      join(
          party.municipalitiesOn(convenant.validFrom()).stream()
              .map(municipality -> municipality.name())),
      signatory(convenant, party),
      party.officers().dataProtection().orElse(""),
      party.officers().childProtection().orElse("")
    };
  }

  /// The roles it fulfils while the version holds, with the days when that is not all the time.
  private static Stream<String> roles(Convenant convenant, Party party) {
    var validity = convenant.validity();
    return party.roles().stream()
        .filter(held -> held.days().overlap(validity))
        .map(
            held ->
                held.role()
                    + (held.days().first().isAfter(later(convenant, party))
                        ? " vanaf " + held.days().first()
                        : "")
                    + held.days()
                        .end()
                        .filter(end -> end.isBefore(convenant.validUntil()))
                        .map(end -> " tot " + end)
                        .orElse(""));
  }

  private static LocalDate later(Convenant convenant, Party party) {
    var bound = party.bound().first();
    return bound.isAfter(convenant.validFrom()) ? bound : convenant.validFrom();
  }

  private static String signatory(Convenant convenant, Party party) {
    var by = party.signatoryOn(convenant.validFrom());
    return by.equals(party.oin())
        ? "zelf"
        : Optional.ofNullable(convenant.parties().get(by)).map(Party::name).orElse(by.value());
  }

  private static String days(Days days) {
    Optional<LocalDate> end = days.end();
    return "van " + days.first() + end.map(day -> " tot " + day).orElse("");
  }
}
