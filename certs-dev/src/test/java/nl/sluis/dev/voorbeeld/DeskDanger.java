package nl.sluis.dev.voorbeeld;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.sluis.dev.rig.WorkVisit;

/// The meldcode from its first step to its report, and acute danger, looked at page by page. One
/// thread.
final class DeskDanger {
  private static final int FAULTY = 422;
  private static final String FACT = "Blauwe plekken bij de arm.";

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
    step("1", MeldcodeRecord.signal(FACT));
    step("4", MeldcodeRecord.weighed("ja", "nee", "ja", "ja", "ja"));
    step(
        "5",
        Map.of("stap5.melden", "nee", "stap5.hulp", "ja", "stap5.motivering", "Het gaat goed."));
    eyes.see(school, "/werk/meldcode/hulp");
    step("4", MeldcodeRecord.weighed("nee", "", "", "", ""));
    step("5", Map.of("stap5.melden", "nee", "stap5.hulp", "nee"));
    eyes.see(school, "/werk/meldcode/niets");
    eyes.see(school, "/werk/meldcode");
    MeldcodeRecord.whole(
            FACT, "med-900", new MeldcodeRecord.Child(own("noor", "school"), "Noor", "2018-10-14"))
        .forEach(this::step);
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
    eyes.see(school, "/werk/postbus/" + UUID.randomUUID(), 404);
  }

  private void step(String step, Map<String, String> fields) {
    school.post("/werk/meldcode/stap/" + step, fields);
  }

  private String own(String child, String party) {
    return scene.reference(child, party, "eigen-kenmerk").path("waarde").asText();
  }
}
