package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A supplier holds the desk of a school that gave it a mandate: an intern begeleider composes,
/// sends, reads the answer and answers a letter there, and every row names both. When the school
/// takes its mandate back, nothing of hers is at that desk any more.
final class MandatedDeskSpec {
  private static final Oin SUPPLIER = MandatedSchool.SUPPLIER;
  private static final Oin SCHOOL = DevWorker.INTERN_BEGELEIDER.at().oin();

  private static final String STORY =
      MandatedSchool.story(
          """
          - stap: systeem stuurt
            stuur: {van: school als school-ib, aan: cjg als cjg-coach, doel: signaal-bespreken-cjg, over: sami, categorieen: [K01, K09], voorwaarden: [besproken-met-ouders]}
          - stap: antwoord
            stuur: &terug {van: cjg als cjg-coach, aan: school als school-ib, doel: terugkoppeling-signaal-school, over: sami, categorieen: [K12, K13], handelend: {id: med-12, functie: coach}}
          - stap: teruggeroepen
            roep terug: {door: cjg, bericht: antwoord, reden: onjuist}
          - stap: wacht
            stuur: *terug
          - stap: ingetrokken
            trek mandaat in: {mandaat: mandaat}
          """);

  private static final DevPostgres POSTGRES = DevPostgres.shared();
  private static final Map<String, String> SEEN = new LinkedHashMap<>();
  private static final List<JsonNode> ROWS = new ArrayList<>();

  private static DevGateway gateway;
  private static DevWorkplace desk;
  private static WorkVisit visit;
  private static String parcel = "";

  @BeforeAll
  static void somebody_works_at_a_desk_that_a_supplier_holds() throws IOException {
    var scenario = Foreword.read(STORY);
    gateway = Foreword.ground(scenario, POSTGRES);
    desk = DevWorkplace.start(gateway, List.of(DevWorker.INTERN_BEGELEIDER.heldBy(SUPPLIER)));
    visit = desk.visit(DevWorker.INTERN_BEGELEIDER);
    Foreword.on(gateway, scenario, MandatedDeskSpec::at);
  }

  private static void at(String label, Scene scene) {
    int before = gateway.logbook().rows().size();
    switch (label) {
      case "systeem stuurt" -> {
        SEEN.put("begin", text("/werk"));
        var signal = scene.sent("systeem stuurt").action();
        SEEN.put("gestuurd", new DeskSending(scene, signal, visit).play().body());
      }
      case "antwoord" -> {
        parcel =
            DeskDay.links(visit.open("/werk/postbus"), "(/werk/postbus/[0-9a-f-]{36})").getFirst();
        SEEN.put("gelezen", WorkVisit.text(visit.post(parcel + "/lezen", Map.of())));
        SEEN.put(
            "bevestigd",
            WorkVisit.text(visit.arrive(visit.post(parcel + "/bevestigen", Map.of()))));
      }
      case "teruggeroepen" -> {
        SEEN.put("taken", text("/werk/taken"));
        var letter =
            DeskDay.links(
                    visit.open("/werk/taken"), "(/werk/taken/brief/rechtzetting/[0-9a-f-]{36})")
                .getFirst();
        SEEN.put("brief", text(letter));
        SEEN.put(
            "beantwoord",
            WorkVisit.text(visit.arrive(visit.post(letter, Map.of("gedaan", "gewist")))));
      }
      case "ingetrokken" -> {
        SEEN.put("postbus daarna", text("/werk/postbus"));
        SEEN.put("taken daarna", text("/werk/taken"));
        SEEN.put("pakket daarna", WorkVisit.text(visit.post(parcel + "/lezen", Map.of())));
      }
      default -> {}
    }
    gateway.logbook().rows().stream()
        .skip(before)
        .flatMap(row -> row.detail().stream())
        .forEach(ROWS::add);
  }

  private static String text(String path) {
    return WorkVisit.text(visit.open(path));
  }

  private static String seen(String what) {
    return Objects.requireNonNull(SEEN.get(what), what);
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    visit.close();
    desk.close();
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  @Test
  void who_works_there_reads_on_the_first_page_that_it_is_under_a_mandate() {
    assertThat(seen("begin")).contains("mandaat");
  }

  @Test
  void what_is_composed_there_is_sent_and_the_sealed_answer_is_read() {
    assertThat(seen("gestuurd")).contains("X02");
    assertThat(seen("gelezen")).contains("Gecontroleerd. De afzender tekende dit");
    assertThat(seen("bevestigd")).contains("Bij Sluis staat er geen inhoud meer");
  }

  @Test
  void a_letter_to_the_school_is_read_and_answered_there() {
    assertThat(seen("taken")).contains("U werkt hier onder een mandaat", "Zet recht wat u kreeg");
    assertThat(seen("brief")).contains("De afzender roept dit terug");
    assertThat(seen("beantwoord")).contains("Uw antwoord is vastgelegd");
  }

  @Test
  void every_row_names_the_school_and_who_held_the_desk() {
    assertThat(ROWS.stream().map(row -> row.path("soort").asText()).toList())
        .contains("aangenomen", "verstrekt", "bevestigd", "terugroeping-beantwoord");
    assertThat(ROWS.stream().filter(row -> !row.path("soort").asText().equals("taak")).toList())
        .allSatisfy(row -> assertThat(row.toString()).contains(SCHOOL.value(), SUPPLIER.value()));
  }

  @Test
  void nothing_of_the_school_is_there_once_it_took_its_mandate_back() {
    assertThat(seen("postbus daarna")).contains("Er ligt nu niets klaar");
    assertThat(seen("taken daarna")).doesNotContain("Zet recht wat u kreeg");
    assertThat(seen("pakket daarna")).contains("Dit is er niet");
  }
}
