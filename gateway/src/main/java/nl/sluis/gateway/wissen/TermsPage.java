package nl.sluis.gateway.wissen;

import java.util.List;
import java.util.TreeSet;

/// The page `docs/bewaren.md`, made of the terms themselves.
final class TermsPage {
  private TermsPage() {}

  /// Per table how long, whether it goes with an erased person, and why.
  static String of(List<Terms.Kept> all) {
    var page = new StringBuilder();
    page.append(
        """
        # Hoe lang iets blijft, en waarom

        Deze bladzijde is gemaakt uit de code (`Terms`) en wordt bij elke bouw vergeleken; elke tabel van het schema staat erin, ook
        een nieuwe (`EverythingOfAPersonSpec`). *Bij wissen*: wat er met een rij gebeurt als de persoon is gewist. Een termijn
        die hier een getal heeft, is een keuze zolang punt J11 niet is besloten.

        De rijen van het logboek worden onleesbaar in de maand na het eind van hun termijn: vijf jaar, tenzij de bewaartermijn van
        hun regel in het convenant langer is; zeven jaar voor wat is vastgelegd over toestemming, gezag, beperking, koppeling,
        sleutel, mandaat, partner en wissing, want een besluit mag op iets van twee jaar oud rusten; en honderd jaar voor wat nodig is
        om het logboek na te rekenen (`gewist`, `tijdperk`, `herstel`, `convenant`, `controlebeleid`, `maandwortel`). Die laatste rijen noemen niemand.

        | tabel | hoe lang | bij wissen | waarom |
        |---|---|---|---|
        """);
    var told = new TreeSet<String>();
    var persons = OfPerson.names();
    for (var kept : all) {
      for (var table : kept.tables()) {
        if (told.add(table)) {
          page.append(
              "| `%s` | %s | %s | %s |\n"
                  .formatted(
                      table, kept.term(), persons.contains(table) ? "weg" : "blijft", kept.why()));
        }
      }
    }
    return page.toString();
  }
}
