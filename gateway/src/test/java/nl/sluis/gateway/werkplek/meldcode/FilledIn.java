package nl.sluis.gateway.werkplek.meldcode;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import nl.sluis.policies.terms.Role;

/// A guide that somebody filled in to the end, about an invented child.
final class FilledIn {
  static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");

  private FilledIn() {}

  static Reporter reporter(Role role) {
    return new Reporter(role, "med-77", "intern begeleider");
  }

  /// Everything but the five questions and the decision.
  static Answers around() {
    var values =
        new TreeMap<>(
            Map.of(
                "signaal.1.datum", "2026-11-18",
                "signaal.1.feit", "Blauwe plekken op beide armen.",
                "signaal.1.bron", "gymleraar",
                "signaal.1.soort", "feit",
                "kindcheck.datum", "2026-11-18",
                "kindcheck.uitkomst", "Er is een kind van zes in huis.",
                "stap2.datum", "2026-11-20",
                "stap2.met", "jeugdarts",
                "stap3.hoe", "gesprek",
                "stap4.datum", "2026-11-25"));
    values.putAll(
        Map.of(
            "aandachtsfunctionaris.id", "med-12",
            "aandachtsfunctionaris.datum", "2026-11-25",
            "aandachtsfunctionaris.advies", "melden",
            "gesprek.datum", "2026-11-21",
            "gesprek.met", "moeder",
            "gesprek.uitkomst", "Moeder herkent de zorg.",
            "betrokkene.1.wie", "het kind",
            "betrokkene.1.rol", "kind"));
    values.putAll(
        Map.of(
            "gezin.hoe", "geinformeerd",
            "geinformeerd.datum", "2026-11-26",
            "anoniem.anoniem", "nee",
            "noodzaak.K01", "Veilig Thuis moet weten om welk kind het gaat.",
            "noodzaak.K16", "De feiten waarop het vermoeden rust."));
    return new Answers(values);
  }

  /// The same with these answers, and with what was decided on them.
  static Answers decided(Map<Integer, String> weighed, boolean report) {
    var filled = around();
    for (var one : weighed.entrySet()) {
      filled =
          filled
              .set("vraag." + one.getKey() + ".antwoord", one.getValue())
              .set("vraag." + one.getKey() + ".motivering", "Zo wogen wij het samen.");
    }
    boolean unsafe = "ja".equals(weighed.get(2)) || "twijfel".equals(weighed.get(2));
    return filled
        .set("stap5.datum", "2026-11-26")
        .set("stap5.melden", report ? "ja" : "nee")
        .set("stap5.hulp", "ja")
        .set("stap5.motivering", "Dit volgt uit de weging van stap vier.")
        .set("onveiligheid", unsafe ? "structureel" : "geen-maar-hulp-niet-mogelijk");
  }
}
