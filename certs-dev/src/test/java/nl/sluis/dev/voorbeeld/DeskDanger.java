package nl.sluis.dev.voorbeeld;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.dev.rig.WorkVisit;

/// The meldcode from its first step to its report, and acute danger, looked at page by page. One
/// thread.
final class DeskDanger {
  private static final int FAULTY = 422;

  private final Scene scene;
  private final DeskEyes eyes;
  private final WorkVisit school;

  DeskDanger(Scene scene, DeskEyes eyes, WorkVisit school) {
    this.scene = scene;
    this.eyes = eyes;
    this.school = school;
  }

  /// A record of the meldcode, half and whole, and what comes of it.
  void meldcode() {
    for (var step : List.of("1", "2", "3", "4", "5", "gezin", "meegeven")) {
      eyes.see(school, "/werk/meldcode/stap/" + step);
    }
    eyes.send(school, "/werk/meldcode/stap/5", Map.of(), FAULTY);
    step(
        "1",
        Map.of(
            "signaal.1.datum",
            "2026-11-10",
            "signaal.1.feit",
            "Blauwe plekken bij de arm.",
            "signaal.1.bron",
            "gymleraar",
            "signaal.1.soort",
            "feit"));
    weighed("ja", "nee", "ja", "ja", "ja");
    step(
        "5",
        Map.of("stap5.melden", "nee", "stap5.hulp", "ja", "stap5.motivering", "Het gaat goed."));
    eyes.see(school, "/werk/meldcode/hulp");
    weighed("nee", "", "", "", "");
    step("5", Map.of("stap5.melden", "nee", "stap5.hulp", "nee"));
    eyes.see(school, "/werk/meldcode/niets");
    eyes.see(school, "/werk/meldcode");
    step(
        "2",
        Map.of(
            "stap2.datum",
            "2026-11-12",
            "stap2.met",
            "jeugdarts",
            "aandachtsfunctionaris.id",
            "med-900",
            "aandachtsfunctionaris.datum",
            "2026-11-16",
            "aandachtsfunctionaris.advies",
            "melden"));
    step(
        "3",
        Map.of(
            "stap3.hoe",
            "gesprek",
            "gesprek.datum",
            "2026-11-13",
            "gesprek.met",
            "moeder",
            "gesprek.uitkomst",
            "Moeder herkent de zorg."));
    weighed("ja", "ja", "", "", "");
    step(
        "5",
        Map.of(
            "stap5.datum",
            "2026-11-17",
            "stap5.melden",
            "ja",
            "stap5.hulp",
            "ja",
            "stap5.motivering",
            "Het gebeurt steeds weer.",
            "onveiligheid",
            "structureel"));
    step(
        "gezin",
        Map.of(
            "betrokkene.1.wie",
            "het kind",
            "betrokkene.1.rol",
            "kind",
            "gezin.hoe",
            "geinformeerd",
            "geinformeerd.datum",
            "2026-11-17",
            "anoniem.anoniem",
            "nee"));
    step(
        "meegeven",
        Map.of(
            "kind.soort",
            "eigen-kenmerk",
            "kind.waarde",
            own("noor", "school"),
            "kind.voornamen",
            "Noor",
            "kind.achternaam",
            "Voorbeeld",
            "kind.geboortedatum",
            "2018-10-14",
            "noodzaak.K01",
            "Veilig Thuis moet weten om welk kind het gaat.",
            "noodzaak.K16",
            "De feiten waarop het vermoeden rust."));
    eyes.see(school, "/werk/meldcode/nakijken");
    school.post("/werk/meldcode/versturen", Map.of("ontvanger", scene.partner("vt").oin().value()));
    eyes.see(school, "/werk/meldcode/antwoord");
    eyes.see(school, "/werk/meldcode/stap/4");
    eyes.see(school, "/werk/meldcode/stap/5");
  }

  /// Somebody is in danger.
  void acute() {
    eyes.see(school, "/werk/acuut");
    eyes.send(school, "/werk/acuut", Map.of(), FAULTY);
    var report =
        DeskDay.where(
            school.post(
                "/werk/acuut",
                Map.of(
                    "kind", "Jongen uit groep 4.",
                    "waar", "Bij de voordeur.",
                    "feit", "Het kind durft niet naar huis.",
                    "gevaar", "Vader is onderweg.",
                    "gebeld", "nee")));
    eyes.see(school, report);
    eyes.see(school, "/werk/acuut");
    eyes.see(school, "/werk/postbus/" + UUID.randomUUID());
  }

  private void step(String step, Map<String, String> fields) {
    school.post("/werk/meldcode/stap/" + step, fields);
  }

  private void weighed(String... answers) {
    var fields = new LinkedHashMap<>(Map.of("stap4.datum", "2026-11-16"));
    for (int number = 1; number <= answers.length; number++) {
      var said = answers[number - 1];
      fields.put("vraag." + number + ".antwoord", said);
      fields.put(
          "vraag." + number + ".motivering", said.isEmpty() ? "" : "Zo wogen wij het samen.");
    }
    step("4", fields);
  }

  private String own(String child, String party) {
    return scene.reference(child, party, "eigen-kenmerk").path("waarde").asText();
  }
}
