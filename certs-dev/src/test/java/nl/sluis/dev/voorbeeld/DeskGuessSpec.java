package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.PageForm;
import nl.sluis.dev.rig.WorkVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever guesses at the desk how another organisation points at a child, by its koppelcode or its
/// own name for it, is answered as who made something up: on the page, and in the logbook.
final class DeskGuessSpec {
  private static final Path STORY = Path.of("src/test/resources/werkplek/gestolen.yaml");
  private static final String START = "/werk/opstellen";
  private static final String ZORG = "zuid-kennemerland.X02.cjg-coach";

  /// May do everything, at a school that has nothing to do with the child.
  private static final DevWorker STRANGER =
      new DevWorker(
          "intern begeleider van De Zeester",
          "999912057",
          "med-257",
          DevWorker.AANDACHTSFUNCTIONARIS.at(),
          "Basisschool De Zeester",
          List.of(DevWorker.Function.of("intern begeleider")));

  private static final DevPostgres POSTGRES = DevPostgres.shared();

  /// How the school of the child points at it, by kind.
  private static final Map<String, String> HERS = new LinkedHashMap<>();

  private static DevGateway gateway;
  private static DevWorkplace desk;
  private static RowsByStep rows;

  /// Something that is done about a child.
  @FunctionalInterface
  private interface Deed {
    /// @param kind of the reference
    /// @param name the reference
    Answer by(WorkVisit visit, String kind, String name);
  }

  @BeforeAll
  static void a_school_knows_a_child_and_another_does_not() throws IOException {
    var scenario = Foreword.read(Files.readString(STORY));
    gateway = Foreword.ground(scenario, POSTGRES);
    desk = DevWorkplace.start(gateway, List.of(STRANGER));
    Foreword.on(gateway, scenario, DeskGuessSpec::remember);
    rows = new RowsByStep(gateway, List.of("sami"));
  }

  private static void remember(String label, Scene scene) {
    if (label.equals("code")) {
      for (var kind : List.of("eigen-kenmerk", "koppelcode")) {
        HERS.put(kind, scene.reference("sami", "school", kind).path("waarde").asText());
      }
    }
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    desk.close();
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  @Test
  void a_message_goes_to_nobody_and_that_it_did_not_go_is_a_row() {
    guessed(DeskGuessSpec::sends)
        .forEach(
            (kind, left) ->
                assertThat(kinds(left)).as(kind).isNotEmpty().doesNotContain("aangenomen"));
  }

  @Test
  void a_report_of_the_meldcode_says_nothing_of_the_child() {
    guessed(DeskGuessSpec::reports)
        .forEach((kind, left) -> assertThat(kinds(left)).as(kind).doesNotContain("aangenomen"));
  }

  @Test
  void a_question_to_a_family_says_nothing_of_the_child() {
    guessed(DeskGuessSpec::asks);
  }

  @Test
  void a_table_says_nothing_of_the_child() {
    guessed(DeskGuessSpec::opens);
  }

  /// Does this with what is of another school, and with what is of nobody, which may not differ.
  ///
  /// @return what it left in the logbook, by kind of the reference
  private static Map<String, List<JsonNode>> guessed(Deed deed) {
    var left = new LinkedHashMap<String, List<JsonNode>>();
    try (var visit = desk.visit(STRANGER)) {
      HERS.forEach(
          (kind, name) -> {
            var nothing = new StringBuilder(name).reverse().toString();
            rows.take("ervoor");
            var guessed = deed.by(visit, kind, name);
            rows.take("geraden");
            var invented = deed.by(visit, kind, nothing);
            rows.take("verzonnen");

            assertThat(SamePage.of(guessed, name))
                .as(kind)
                .isEqualTo(SamePage.of(invented, nothing))
                .doesNotContainIgnoringCase("sami");
            assertThat(rows.left("geraden")).as(kind).isEqualTo(rows.left("verzonnen"));
            left.put(kind, rows.left("geraden"));
          });
    }
    return left;
  }

  private static List<String> kinds(List<JsonNode> left) {
    return left.stream().map(row -> row.path("soort").asText()).toList();
  }

  private static Answer sends(WorkVisit visit, String kind, String name) {
    var form = visit.arrive(visit.post(START, Map.of("weg", ZORG)));
    var concept =
        PageForm.all(form.body()).stream()
            .map(PageForm::action)
            .filter(to -> to.matches(START + "/[0-9a-f-]{36}"))
            .findFirst()
            .orElseThrow();
    var worry =
        Map.ofEntries(
            Map.entry("soort", kind),
            Map.entry("kenmerk", name),
            Map.entry("K01.voornamen", "Jip"),
            Map.entry("K01.achternaam", "van Zand"),
            Map.entry("K01.geboortedatum", "1-3-2017"),
            Map.entry("K09.zorg", "Sinds de zomer stil."),
            Map.entry("voorwaarde.besproken-met-ouders.datum", "2026-11-20"),
            Map.entry("voorwaarde.besproken-met-ouders.door", "intern begeleider"),
            Map.entry("voorwaarde.besproken-met-ouders.uitkomst", "akkoord"),
            Map.entry("toestemming", "iedereen"),
            Map.entry("verder", "ja"));
    var preview = visit.arrive(visit.post(concept, worry));
    var answer = visit.arrive(visit.send(WorkVisit.form(preview, "/voorbeeld"), Map.of()));
    visit.post(concept + "/weg", Map.of());
    return answer;
  }

  private static Answer reports(WorkVisit visit, String kind, String name) {
    var child = new MeldcodeRecord.Child(name, "Jip", "2017-03-01");
    MeldcodeRecord.whole("Blauwe plekken.", "med-13", child)
        .forEach(
            (step, fields) -> {
              var all = new HashMap<>(fields);
              all.computeIfPresent("kind.soort", (_, _) -> kind);
              visit.post("/werk/meldcode/stap/" + step, all);
            });
    var to = Map.of("ontvanger", MeldcodeGround.VT.value());
    var answer = visit.arrive(visit.post("/werk/meldcode/versturen", to));
    visit.post("/werk/meldcode/weg", Map.of());
    return answer;
  }

  private static Answer asks(WorkVisit visit, String kind, String name) {
    var fields = new HashMap<String, List<String>>();
    ConversationForms.asking(name).forEach((field, value) -> fields.put(field, List.of(value)));
    fields.replaceAll((field, value) -> field.startsWith("deel-") ? List.of("K01", "K09") : value);
    fields.put("soort", List.of(kind));
    fields.put("tot", List.of("2027-05-22"));
    return visit.arrive(visit.postAll("/werk/gesprek/vastleggen", fields));
  }

  private static Answer opens(WorkVisit visit, String kind, String name) {
    var fields =
        Map.ofEntries(
            Map.entry("doel", "kernteam-casusoverleg"),
            Map.entry("soort", kind),
            Map.entry("kenmerk", name),
            Map.entry("agendavraag", "wie-doet-wat"),
            Map.entry("gezin", "uitgenodigd"),
            Map.entry("gezin-op", "20-11-2026"),
            Map.entry("functie-cjg-coach", "CJG-coach"),
            Map.entry("wie-cjg-coach", "00000099000000101000"),
            Map.entry("persoon-cjg-coach", "coach-1"),
            Map.entry("open", "ja"));
    return visit.arrive(visit.post("/werk/overleg/nieuw/kernteam", fields));
  }
}
