package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.PageForm;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.gateway.aanmelding.StaffSignIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Whoever fills in what no page of the desk asks for, sends what was looked at, in the function of
/// the session, to whom the road leads; or nothing.
final class DeskForgerySpec {
  private static final Path STORY = Path.of("src/test/resources/werkplek/gestolen.yaml");
  private static final String START = "/werk/opstellen";
  private static final String ZORG = "zuid-kennemerland.X02.cjg-coach";
  private static final String RAAD = "zuid-kennemerland.X01.cjg-coach";
  private static final String ZEESTER = "00000099000000202000";
  private static final String POSTBUS = "/v1/postbus";
  private static final String ROLE = "?rol=cjg-coach";
  private static final Pattern CONCEPT = Pattern.compile(START + "/[0-9a-f-]{36}");

  /// Another function, another organisation, another rule, another receiver and another number.
  private static final Map<String, String> FORGED =
      Map.ofEntries(
          Map.entry("functie", "CJG-coach"),
          Map.entry("rol", "cjg-coach"),
          Map.entry("handelend", "coach-1"),
          Map.entry("handelend.id", "coach-1"),
          Map.entry("oin", "00000099000000101000"),
          Map.entry("van", "00000099000000101000"),
          Map.entry("namens", "00000099000000101000"),
          Map.entry("organisatie", "CJG Kennemerland"),
          Map.entry("iss", "00000099000000101000"),
          Map.entry("regel", "X03"),
          Map.entry("doel", "vt-melding"),
          Map.entry("aan", ZEESTER),
          Map.entry("naarRol", "veilig-thuis"),
          Map.entry("jti", "gekozen-door-een-dief-0001"));

  private static final DevPostgres POSTGRES = DevPostgres.shared();

  /// How the school points at its child.
  private static String hers = "";

  private static DevGateway gateway;
  private static DevWorkplace desk;
  private static SimulatedPartner cjg;

  /// What came of one message.
  ///
  /// @param answer the last page
  /// @param rows what it left in the logbook, but for what differs by itself
  /// @param parcels what its receiver got, likewise
  private record Sending(Answer answer, List<JsonNode> rows, List<List<String>> parcels) {
    List<String> kinds() {
      return rows.stream().map(row -> row.path("soort").asText()).toList();
    }
  }

  @BeforeAll
  static void a_school_has_permission_to_send_about_a_child() throws IOException {
    var scenario = Foreword.read(Files.readString(STORY));
    var site = DevSite.temporary(scenario.start());
    gateway = DevGateway.start(site, POSTGRES.fresh(), DevGateway.Ports.ANY);
    desk =
        DevWorkplace.start(
            gateway,
            List.of(
                DevWorker.INTERN_BEGELEIDER,
                DevWorker.TWEE_FUNCTIES,
                DevWorker.AANDACHTSFUNCTIONARIS,
                DevWorker.CJG_COACH));
    Foreword.on(gateway, scenario, DeskForgerySpec::remember);
    cjg = gateway.partner(DevWorker.CJG_COACH.at().oin(), "CJG Kennemerland");
  }

  private static void remember(String label, Scene scene) {
    if (label.equals("code")) {
      hers = scene.reference("sami", "school", "eigen-kenmerk").path("waarde").asText();
    }
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    desk.close();
    cjg.close();
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  @Test
  void fields_that_no_page_asks_for_change_nothing_of_who_sends_what_to_whom() {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      var honest = send(visit, worry(), Map.of());
      var forged = send(visit, worry(), FORGED);

      assertThat(honest.kinds()).contains("aangenomen");
      assertThat(forged.rows()).isEqualTo(honest.rows());
      assertThat(forged.parcels()).hasSize(1).isEqualTo(honest.parcels());
      assertThat(forged.parcels().getFirst())
          .anyMatch(part -> part.contains("med-208") && part.contains("intern begeleider"));
      assertThat(SamePage.of(forged.answer())).isEqualTo(SamePage.of(honest.answer()));
    }
  }

  @Test
  void what_was_looked_at_in_one_draft_sends_no_other() {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      var worry = looked(visit, ZORG, worry());
      var advice = looked(visit, RAAD, Map.of("K00.vraag", "Hoe help ik dit kind?"));
      var before = end();

      var other = Map.of("gelezen", advice.filled().getOrDefault("gelezen", ""));
      var crossed = visit.send(worry, other);
      var without = visit.send(worry, Map.of("gelezen", "", "id", number(advice)));

      assertThat(crossed.status()).isEqualTo(422);
      assertThat(without.status()).isEqualTo(422);
      assertThat(since(before)).isEmpty();
      drop(visit, worry);
      drop(visit, advice);
    }
  }

  @Test
  void the_draft_of_somebody_else_is_not_there_for_anybody_also_not_for_who_stole_the_session() {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER);
        var colleague = desk.visit(DevWorker.TWEE_FUNCTIES);
        var coach = desk.visit(DevWorker.CJG_COACH);
        var thief = desk.nobody()) {
      var worry = looked(visit, ZORG, worry());
      var session = StaffSignIn.Desk.WERK.cookie();
      thief.browser().keep(session, visit.browser().cookie(session).orElseThrow());
      var before = end();

      for (var other : List.of(colleague, coach, thief)) {
        var sent = other.send(worry, Map.of(WorkVisit.TOKEN, other.token()));
        assertThat(sent.status()).isEqualTo(404);
        assertThat(SamePage.of(sent))
            .isEqualTo(SamePage.of(other.get(START + "/" + UUID.randomUUID() + "/voorbeeld")));
      }

      assertThat(since(before)).isEmpty();
      drop(visit, worry);
    }
  }

  @Test
  void a_function_that_does_not_send_does_not_send_by_saying_that_it_is_another() {
    var before = end();
    try (var visit = desk.visit(DevWorker.AANDACHTSFUNCTIONARIS)) {
      var fields = new LinkedHashMap<>(FORGED);
      fields.put("functie", "intern begeleider");
      fields.put("weg", ZORG);

      assertThat(visit.post(START, fields).status()).isEqualTo(404);
    }
    assertThat(since(before)).isEmpty();
  }

  @Test
  void a_report_goes_to_no_other_receiver_than_the_convenant_names() {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      var child = new MeldcodeRecord.Child(hers, "Sami", "2017-10-14");
      MeldcodeRecord.whole("Blauwe plekken.", "med-13", child)
          .forEach((step, fields) -> visit.post("/werk/meldcode/stap/" + step, fields));
      assertThat(WorkVisit.text(visit.open("/werk/meldcode/nakijken"))).contains("Veilig Thuis");
      var before = end();

      for (var receiver : List.of("00000099000000101000", ZEESTER, "00000099000000999000", "")) {
        var fields = new LinkedHashMap<>(FORGED);
        fields.put("ontvanger", receiver);
        assertThat(visit.post("/werk/meldcode/versturen", fields).status())
            .as(receiver)
            .isEqualTo(422);
      }

      assertThat(since(before)).isEmpty();
      visit.post("/werk/meldcode/weg", Map.of());
    }
  }

  /// Composes and sends a worry, with these fields in every form besides its own.
  private static Sending send(
      WorkVisit visit, Map<String, String> worry, Map<String, String> forged) {
    var before = end();
    var there = waiting();
    var more = new LinkedHashMap<>(forged);
    more.putAll(worry);
    var form = looked(visit, ZORG, more);
    var answer = visit.arrive(visit.send(form, forged));
    var came = new ArrayList<>(waiting());
    came.removeAll(there);
    var rows = since(before);
    drop(visit, form);
    return new Sending(answer, rows, came.stream().map(DeskForgerySpec::opened).toList());
  }

  /// Fills in a message on this road until it may be looked at.
  ///
  /// @return the form that sends it
  private static PageForm looked(WorkVisit visit, String road, Map<String, String> fields) {
    var begin = new LinkedHashMap<>(fields);
    begin.put("weg", road);
    var form = visit.arrive(visit.post(START, begin));
    var concept = CONCEPT.matcher(form.body());
    assertThat(concept.find()).as(WorkVisit.text(form)).isTrue();
    var filled = new LinkedHashMap<>(fields);
    filled.put("verder", "ja");
    return WorkVisit.form(visit.arrive(visit.post(concept.group(), filled)), "/voorbeeld");
  }

  private static String number(PageForm form) {
    return form.action().replace(START + "/", "").replace("/voorbeeld", "");
  }

  private static void drop(WorkVisit visit, PageForm form) {
    visit.post(form.action().replace("/voorbeeld", "/weg"), Map.of());
  }

  private static Map<String, String> worry() {
    return Map.ofEntries(
        Map.entry("soort", "eigen-kenmerk"),
        Map.entry("kenmerk", hers),
        Map.entry("K01.voornamen", "Jip"),
        Map.entry("K01.achternaam", "van Zand"),
        Map.entry("K01.geboortedatum", "1-3-2017"),
        Map.entry("K09.zorg", "Sinds de zomer stil."),
        Map.entry("voorwaarde.besproken-met-ouders.datum", "2026-11-20"),
        Map.entry("voorwaarde.besproken-met-ouders.door", "intern begeleider"),
        Map.entry("voorwaarde.besproken-met-ouders.uitkomst", "akkoord"),
        Map.entry("toestemming", "iedereen"));
  }

  /// The parcels that wait at the CJG, by number.
  private static List<String> waiting() {
    return Observed.answered(cjg.get(POSTBUS + ROLE)).json().findValuesAsText("id");
  }

  private static List<String> opened(String parcel) {
    var path = POSTBUS + "/" + parcel + "/uitreikingen" + ROLE;
    return Alike.message(Observed.answered(cjg.postJson(path, "{}")).text("bericht"));
  }

  private static int end() {
    return gateway.logbook().rows().size();
  }

  private static List<JsonNode> since(int end) {
    var all = gateway.logbook().rows();
    return all.subList(end, all.size()).stream()
        .<JsonNode>map(row -> row.detail().orElseThrow())
        .map(Alike::of)
        .toList();
  }
}
