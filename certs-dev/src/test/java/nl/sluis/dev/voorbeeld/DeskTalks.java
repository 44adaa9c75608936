package nl.sluis.dev.voorbeeld;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.rig.WorkVisit;

/// What is said with families and colleagues at the desk, looked at page by page. One thread.
final class DeskTalks {
  private static final int FAULTY = 422;
  private static final String SCHOOL = "00000099000000201000";
  private static final String PREPARING = "/werk/overleg/nieuw/kernteam";

  private final Scene scene;
  private final DeskEyes eyes;
  private final WorkVisit school;

  DeskTalks(Scene scene, DeskEyes eyes, WorkVisit school) {
    this.scene = scene;
    this.eyes = eyes;
    this.school = school;
  }

  /// A conversation with a family, and a colleague who was there.
  void talks(WorkVisit colleague) {
    var purpose = Map.of("doel", "signaal-bespreken-cjg");
    var asked =
        Map.of(
            "doel", List.of("signaal-bespreken-cjg"),
            "soort", List.of("eigen-kenmerk"),
            "kind", List.of(own("lot", "school")),
            "vraag", List.of("Hoe helpen wij dit kind in de klas?"),
            "leeftijd", List.of("0-11"),
            "tot", List.of("2027-05-22"),
            "taal", List.of("nl"),
            "deel-00000099000000101000-cjg-coach", List.of("K01", "K09"));
    eyes.see(school, "/werk/gesprek");
    eyes.send(school, "/werk/gesprek/doel", purpose, 200);
    eyes.send(school, "/werk/gesprek/voorlezen", purpose, FAULTY);
    eyes.send(school, "/werk/gesprek/voorlezen", asked, 200);
    var talk = DeskDay.where(school.postAll("/werk/gesprek/vastleggen", asked));
    eyes.see(school, talk);
    eyes.passes(school, talk + "/blad/nl");
    eyes.see(school, talk + "/antwoord");
    eyes.send(school, talk + "/antwoord", Map.of(), FAULTY);
    eyes.see(school, talk + "/personen");
    var code =
        Map.of(
            "soort",
            "eigen-kenmerk",
            "kind",
            own("lot", "school"),
            "persoon",
            "moeder",
            "doe",
            "code");
    eyes.send(school, talk + "/personen", code, 200);
    var yes = new LinkedHashMap<String, String>();
    yes.put("persoon", "moeder");
    yes.put("regel-1", "ja");
    yes.put("nee-uitgelegd", "ja");
    yes.put("stoppen-uitgelegd", "ja");
    yes.put("kanaal", "mondeling");
    yes.put("tijdstip", "2026-11-23T09:30");
    yes.put("gevraagd", "Mogen wij dit met het CJG bespreken?");
    yes.put("aanwezig", "ouder en intern begeleider");
    yes.put("tweede", "collega");
    eyes.send(school, talk + "/antwoord", yes, 200);
    var left = DeskDay.code(school.post(talk + "/antwoord", yes));
    eyes.see(colleague, "/werk/meetekenen");
    eyes.send(colleague, "/werk/meetekenen", Map.of("code", left), 200);
    eyes.send(colleague, "/werk/meetekenen", Map.of("code", "niets"), FAULTY);
    colleague.post("/werk/meetekenen/teken", Map.of("code", left));
    eyes.see(school, talk + "/vastgelegd");
    eyes.see(school, talk);
    var consent = DeskDay.links(school.open(talk), "(/werk/toestemming/[0-9a-f-]{36})").getFirst();
    eyes.see(school, consent);
    eyes.passes(school, consent + "/stopblad/nl");
    eyes.send(school, consent + "/stoppen", Map.of(), FAULTY);
    eyes.see(school, consent + "/gestopt");

    eyes.see(colleague, "/werk/tekenen");
    var key =
        Map.of(
            "als", "aandachtsfunctionaris",
            "nieuwe-zin", "drie eenden zwemmen weg",
            "nog-eens", "drie eenden zwemmen weg");
    eyes.send(colleague, "/werk/tekenen/sleutel", Map.of("als", ""), FAULTY);
    eyes.send(colleague, "/werk/tekenen/sleutel", key, 200);
    var vouched = Map.of("code", DeskDay.code(colleague.post("/werk/tekenen/sleutel", key)));
    eyes.send(school, "/werk/meetekenen", vouched, 200);
    eyes.send(school, "/werk/meetekenen/instaan", vouched, 200);
    eyes.see(colleague, "/werk/tekenen/gedaan");
  }

  /// An overleg from its agenda to what each reads of it.
  void overlegs(WorkVisit coach) {
    eyes.see(coach, "/werk/overleg");
    eyes.see(coach, PREPARING);
    eyes.send(coach, PREPARING, Map.of("school", SCHOOL, "contacten", "ja"), 200);
    eyes.send(coach, PREPARING, Map.of("open", "ja"), FAULTY);
    var child = own("sami", "cjg");
    var table =
        DeskDay.where(
            coach.post(
                PREPARING,
                Map.of(
                    "doel", "kernteam-casusoverleg",
                    "functie-school-ib", "intern begeleider",
                    "kenmerk", child,
                    "agendavraag", "wie-doet-wat",
                    "gezin", "uitgenodigd",
                    "gezin-op", "20-11-2026",
                    "wie-school-ib", SCHOOL,
                    "persoon-school-ib", "med-208",
                    "open", "ja")));
    eyes.see(coach, table);
    coach.post(table + "/bevriezen", Map.of());
    eyes.see(coach, table);
    eyes.see(coach, table + "/schrijven");
    var receiver = SCHOOL + ".school-ib";
    coach.post(
        table + "/schrijven",
        Map.ofEntries(
            Map.entry("bijdrage", "verslag"),
            Map.entry("soort", "eigen-kenmerk"),
            Map.entry("kenmerk", child),
            Map.entry("K01.voornamen", "Sami"),
            Map.entry("K01.achternaam", "Voorbeeld"),
            Map.entry("K01.geboortedatum", "1-3-2017"),
            Map.entry("K14.doelen.0", "Weer zonder angst naar bed"),
            Map.entry("noodzaak:K14", "De school moet weten waarom hij moe is"),
            Map.entry("beweerd:gezin-bij-overleg:datum", "20-11-2026"),
            Map.entry("beweerd:gezin-bij-overleg:door", "de coach"),
            Map.entry("beweerd:gezin-bij-overleg:uitkomst", "uitgenodigd"),
            Map.entry("naar", receiver),
            Map.entry("mee", receiver + ".K14"),
            Map.entry("verder", "ja")));
    eyes.see(coach, table + "/versturen");
    coach.post(table + "/versturen", Map.of());
    eyes.see(coach, table);
  }

  /// A text is laid ready, and may go.
  void letsRead(WorkVisit arts) {
    var form = "/werk/inzage/nieuw/X10." + SCHOOL + ".school-ib";
    eyes.see(arts, form);
    eyes.send(arts, form, Map.of(), FAULTY);
    var text = "Elke ochtend";
    var laid =
        DeskDay.where(
            arts.post(
                form,
                Map.of(
                    "soort",
                    "eigen-kenmerk",
                    "kenmerk",
                    own("sami", "ggd"),
                    "K12-advies.kan.0",
                    text)));
    eyes.see(arts, laid);
    var read = "/mijn/v1/leesstukken/" + laid.substring(laid.lastIndexOf('/') + 1);
    var mother = scene.person("sami", "moeder");
    mother.post(read + "/lezingen", "{}");
    mother.post(
        read + "/antwoorden", "{\"woord\":\"akkoord\",\"opmerking\":\"Op woensdag niet.\"}");
    eyes.see(arts, laid);
    eyes.see(arts, laid + "/versturen");
    eyes.see(arts, "/werk/inzage");
  }

  private String own(String child, String party) {
    return scene.reference(child, party, "eigen-kenmerk").path("waarde").asText();
  }
}
