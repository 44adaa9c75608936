package nl.sluis.policies.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Meldcode forms for specs: whole ones, of which a spec changes what it is about.
final class Forms {
  private Forms() {}

  static Map<String, Object> acute() {
    var form = new LinkedHashMap<String, Object>();
    form.put("acuut", true);
    form.put("melder", Map.of("id", "med-77", "functie", "leerkracht"));
    form.put("kind", "jongen uit groep 4, achternaam onbekend");
    form.put("feit", "Kind durft niet naar huis.");
    form.put("gevaar", "Vader is onderweg en heeft gedreigd.");
    form.put("gebeld", true);
    return form;
  }

  static Map<String, Object> whole() {
    var form = new LinkedHashMap<String, Object>();
    form.put("versieAfwegingskader", "onderwijs-2019");
    form.put("melder", Map.of("id", "med-77", "functie", "intern begeleider"));
    form.put(
        "aandachtsfunctionaris", Map.of("id", "med-12", "datum", "2026-11-12", "advies", "melden"));
    form.put("stap1", Map.of("signalen", List.of(signal("2026-11-02"))));
    form.put("stap2", Map.of("datum", "2026-11-10", "met", "aandachtsfunctionaris"));
    form.put(
        "stap3",
        Map.of("gesprek", Map.of("datum", "2026-11-11", "met", "moeder", "uitkomst", "ontkent")));
    form.put("stap4", weighing("ja", "ja", "nvt", "nvt", "nvt"));
    form.put("stap5", decision(true));
    form.put("onveiligheid", "structureel");
    form.put(
        "categorieen",
        List.of(Map.of("code", "K16", "noodzaak", "De feiten waarop het vermoeden rust.")));
    form.put("betrokkenen", List.of(Map.of("wie", "het kind", "rol", "kind")));
    form.put("gezin", Map.of("geinformeerd", Map.of("datum", "2026-11-12", "door", "med-77")));
    form.put("anoniemJegensGezin", Map.of("anoniem", "nee"));
    return form;
  }

  static Map<String, Object> signal(String day) {
    return Map.of("datum", day, "feit", "blauwe plekken", "bron", "leerkracht", "soort", "feit");
  }

  static Map<String, Object> weighing(String... answers) {
    var questions = new ArrayList<Map<String, Object>>();
    for (var answer : answers) {
      var number = String.valueOf(questions.size() + 1);
      questions.add(Map.of("nummer", number, "antwoord", answer, "motivering", "zie het dossier"));
    }
    return Map.of("datum", "2026-11-12", "vragen", questions);
  }

  static Map<String, Object> decision(boolean report) {
    return Map.of(
        "datum",
        "2026-11-12",
        "besluitMelden",
        report,
        "besluitHulp",
        false,
        "motivering",
        "zie 4");
  }
}
