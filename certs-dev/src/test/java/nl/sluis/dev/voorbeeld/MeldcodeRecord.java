package nl.sluis.dev.voorbeeld;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What somebody fills in at the meldcode guide, step by step, until it is a report.
final class MeldcodeRecord {
  private MeldcodeRecord() {}

  /// About which child.
  ///
  /// @param reference the own name that the organisation has for it
  record Child(String reference, String firstName, String bornOn) {}

  /// Every step with its fields, in their order.
  ///
  /// @param fact what was seen
  /// @param looksAlong the word of the aandachtsfunctionaris
  static Map<String, Map<String, String>> whole(String fact, String looksAlong, Child child) {
    var steps = new LinkedHashMap<String, Map<String, String>>();
    steps.put("1", signal(fact));
    steps.put(
        "2",
        Map.of(
            "stap2.datum", "2026-11-12",
            "stap2.met", "jeugdarts",
            "aandachtsfunctionaris.id", looksAlong,
            "aandachtsfunctionaris.datum", "2026-11-16",
            "aandachtsfunctionaris.advies", "melden"));
    steps.put(
        "3",
        Map.of(
            "stap3.hoe", "gesprek",
            "gesprek.datum", "2026-11-13",
            "gesprek.met", "moeder",
            "gesprek.uitkomst", "Moeder herkent de zorg."));
    steps.put("4", weighed("ja", "ja", "", "", ""));
    steps.put(
        "5",
        Map.of(
            "stap5.datum", "2026-11-17",
            "stap5.melden", "ja",
            "stap5.hulp", "ja",
            "stap5.motivering", "Het gebeurt steeds weer.",
            "onveiligheid", "structureel"));
    steps.put(
        "gezin",
        Map.of(
            "betrokkene.1.wie", "het kind",
            "betrokkene.1.rol", "kind",
            "gezin.hoe", "geinformeerd",
            "geinformeerd.datum", "2026-11-17",
            "anoniem.anoniem", "nee"));
    steps.put(
        "meegeven",
        Map.of(
            "kind.soort", "eigen-kenmerk",
            "kind.waarde", child.reference(),
            "kind.voornamen", child.firstName(),
            "kind.achternaam", "Voorbeeld",
            "kind.geboortedatum", child.bornOn(),
            "noodzaak.K01", "Veilig Thuis moet weten om welk kind het gaat.",
            "noodzaak.K16", "De feiten waarop het vermoeden rust."));
    return steps;
  }

  /// The first step alone.
  static Map<String, String> signal(String fact) {
    return Map.of(
        "signaal.1.datum", "2026-11-10",
        "signaal.1.feit", fact,
        "signaal.1.bron", "gymleraar",
        "signaal.1.soort", "feit");
  }

  /// The fourth step, with an answer to each question; empty where it is not asked any more.
  static Map<String, String> weighed(String... answers) {
    var fields = new HashMap<>(Map.of("stap4.datum", "2026-11-16"));
    for (int number = 1; number <= answers.length; number++) {
      var said = answers[number - 1];
      fields.put("vraag." + number + ".antwoord", said);
      fields.put(
          "vraag." + number + ".motivering", said.isEmpty() ? "" : "Zo wogen wij het samen.");
    }
    return fields;
  }
}
