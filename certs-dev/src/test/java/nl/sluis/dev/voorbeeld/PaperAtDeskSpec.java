package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A doctor at the desk writes down what somebody of fifteen and his mother did on paper with what
/// they read first: one of them is enough to hold it back (BW 7:464).
final class PaperAtDeskSpec {
  private static final String STORY =
      """
      titel: Aan de werkplek wordt opgeschreven wat er op papier is gelezen
      tijd: 2026-11-02 10:00
      partijen:
        arts: Sociaal-medische advisering van de GGD
        leerplicht: Leerplicht Haarlem
      gezinnen:
        bo: {leeftijd: 15 jaar 40 dagen, houders: [moeder], gezag: eenhoofdig, bekend bij: arts als onafhankelijk-arts}
      stappen:
        - stap: brief moeder
          stuur brief: {door: arts als onafhankelijk-arts, persoon: moeder, over: bo}
        - stap: klaar
          voer code in: {persoon: moeder, over: bo, brief: brief moeder}
      """;

  private static final String PRINT = "ab".repeat(32);
  private static final DevPostgres POSTGRES = DevPostgres.shared();

  /// What pages said, by what it is.
  private static final Map<String, String> SEEN = new LinkedHashMap<>();

  private static DevGateway gateway;

  @BeforeAll
  static void two_texts_are_read_on_paper() throws IOException {
    var scenario = Foreword.read(STORY);
    gateway = Foreword.ground(scenario, POSTGRES);
    Foreword.on(
        gateway,
        scenario,
        (label, scene) -> {
          if (label.equals("klaar")) {
            reads(scene);
          }
        });
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  private static void reads(Scene scene) {
    var arts =
        new DevWorker(
            "arts die onafhankelijk adviseert",
            "999912057",
            "med-257",
            new PartyRole(scene.partner("arts").oin(), Role.ONAFHANKELIJK_ARTS),
            "Sociaal-medische advisering van de GGD",
            List.of(DevWorker.Function.of("arts")));
    try (var desk = DevWorkplace.start(gateway, List.of(arts));
        var visit = desk.visit(arts)) {
      var child = scene.reference("bo", "arts", "eigen-kenmerk").path("waarde").asText();
      var lpa = scene.partner("leerplicht").oin().value();
      var first = laid(visit, lpa, child, "reden-aanwezig");
      SEEN.put("alleen", WorkVisit.text(paper(visit, first, "moeder", "akkoord", "")));
      SEEN.put("een las", WorkVisit.text(visit.arrive(paper(visit, first, "jongere", "akkoord"))));
      SEEN.put("beiden", WorkVisit.text(visit.arrive(paper(visit, first, "moeder", "akkoord"))));
      SEEN.put("bericht", scene.person("bo", "moeder").get("/mijn/v1/kennisgevingen").body());

      var second = laid(visit, lpa, child, "deels");
      visit.arrive(paper(visit, second, "jongere", "akkoord"));
      var no = visit.arrive(paper(visit, second, "moeder", "tegengehouden"));
      SEEN.put("tegen", WorkVisit.text(no));
      SEEN.put("toch", WorkVisit.text(visit.arrive(paper(visit, second, "moeder", "akkoord"))));
      SEEN.put("erna", WorkVisit.text(visit.open(second)));
      var form = Map.of("soort", "eigen-kenmerk", "kenmerk", child);
      SEEN.put("sturen", WorkVisit.text(visit.arrive(visit.post(second + "/versturen", form))));
    }
  }

  private static String laid(WorkVisit visit, String lpa, String child, String concluded) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("soort", "eigen-kenmerk");
    fields.put("kenmerk", child);
    fields.put("K01.voornamen", "Bo");
    fields.put("K01.achternaam", "Voorbeeld");
    fields.put("K01.geboortedatum", "23-9-2011");
    fields.put("K07-vrijstelling.conclusie", concluded);
    fields.put("K07-vrijstelling.onderzochtOp", "28-10-2026");
    var laid = visit.post("/werk/inzage/nieuw/X11." + lpa + ".lpa", fields);
    assertThat(laid.status()).as(WorkVisit.text(laid)).isEqualTo(303);
    return laid.headers().getOrDefault("location", "");
  }

  private static Answer paper(WorkVisit visit, String text, String person, String word) {
    return paper(visit, text, person, word, "med-283");
  }

  private static Answer paper(
      WorkVisit visit, String text, String person, String word, String second) {
    return visit.post(
        text + "/papier",
        Map.of(
            "persoon", person,
            "woord", word,
            "tweede", second,
            "tweede-functie", second.isEmpty() ? "" : "doktersassistent",
            "hash", PRINT));
  }

  private static String seen(String what) {
    return SEEN.getOrDefault(what, "(niet gezien)");
  }

  @Test
  void nobody_writes_down_alone_what_was_read_on_paper() {
    assertThat(seen("alleen")).contains("Deze tekst mag nog niet weg", "Op papier gelezen");
  }

  @Test
  void it_may_go_when_all_who_must_read_let_it_go_on_paper_and_they_are_told() {
    assertThat(seen("een las")).contains("Deze tekst mag nog niet weg");
    assertThat(seen("beiden")).contains("Deze tekst mag weg");
    assertThat(seen("bericht")).contains("papier");
  }

  @Test
  void what_one_held_back_on_paper_stays_whatever_is_written_down_later_and_nobody_reads_who() {
    assertThat(seen("tegen")).contains("Deze tekst is tegengehouden. Zij gaat niet weg.");
    assertThat(seen("tegen")).doesNotContain("moeder");
    assertThat(seen("toch")).doesNotContain("Deze tekst mag weg");
    assertThat(seen("erna")).contains("Deze tekst is tegengehouden");
    assertThat(seen("sturen")).contains("Deze tekst is tegengehouden");
    assertThat(gateway.logbook().kinds()).doesNotContain("aangenomen");
  }
}
