package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A kernteam is held from its list to its minutes, and a suspicion is reported with a record that
/// a second person signs, once by a connected system and once at the desk: afterwards nobody can
/// tell which was which.
final class DeskTableSamenessSpec {
  private static final Path STORY = Path.of("src/test/resources/werkplek/overleg-en-melding.yaml");

  private static final String SCHOOL = "00000099000000201000";
  private static final String TABLE = "/werk/overleg/nieuw/kernteam";
  private static final PartyAs AT_SCHOOL = new PartyAs("school", "school-ib");
  private static final PartyAs AT_LEERPLICHT = new PartyAs("lpa", "lpa");
  private static final PartyAs AT_VT = new PartyAs("vt", "veilig-thuis");
  private static final Pattern PROPOSAL = Pattern.compile("<code>([A-Za-z0-9_-]{43})</code>");

  private static final DevPostgres POSTGRES = DevPostgres.shared();
  private static final Map<String, String> PARCELS = new LinkedHashMap<>();

  private static DevGateway gateway;
  private static DevWorkplace desk;
  private static RowsByStep rows;

  @BeforeAll
  static void the_same_is_done_twice() throws IOException {
    var scenario = Foreword.read(Files.readString(STORY));
    gateway = Foreword.ground(scenario, POSTGRES);
    rows = new RowsByStep(gateway, List.of("sami", "noor", "tess", "mees"));
    desk = DevWorkplace.start(gateway, List.of(DevWorker.CJG_COACH, DevWorker.INTERN_BEGELEIDER));
    Foreword.on(
        gateway,
        scenario,
        (label, scene) -> {
          rows.take(label);
          atDesk(label, scene);
        });
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    desk.close();
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  private static void atDesk(String label, Scene scene) {
    switch (label) {
      case "school leest", "leerplicht leest", "veilig thuis leest" ->
          PARCELS.put(label, scene.seen(label).text("bericht"));
      case "mens houdt overleg" -> overleg(scene);
      case "mens meldt" -> report(scene);
      default -> {
        // Nobody sits at the desk then.
      }
    }
  }

  private static void overleg(Scene scene) {
    var leerplicht = scene.partner("lpa").oin().value();
    var child = scene.reference("noor", "cjg", "eigen-kenmerk").path("waarde").asText();
    try (var visit = desk.visit(DevWorker.CJG_COACH)) {
      rows.take("voor het overleg");
      var table = DeskDay.where(visit.post(TABLE, opening(child, leerplicht)));
      rows.take("mens opent");
      moved(visit.post(table + "/bevriezen", Map.of()));
      rows.take("mens bevriest");
      var met =
          Map.of(
              "aanwezig", List.of("0", "1"),
              "gezin", List.of("erbij"),
              "gehouden-op", List.of("23-11-2026"));
      moved(visit.postAll(table + "/bijeenkomst", met));
      rows.take("mens was er");
      moved(visit.postAll(table + "/schrijven", minutes(child, leerplicht)));
      visit.open(table + "/versturen");
      rows.take("voor het verslag");
      moved(visit.post(table + "/versturen", Map.of()));
      rows.take("mens stuurt verslag");
      PARCELS.put("school leest van mens", only(scene, AT_SCHOOL));
      PARCELS.put("leerplicht leest van mens", only(scene, AT_LEERPLICHT));
      visit.open(table);
      rows.take("voor het sluiten");
      moved(visit.post(table + "/sluiten", Map.of()));
      rows.take("mens sluit");
    }
  }

  private static Map<String, String> opening(String child, String leerplicht) {
    return Map.ofEntries(
        Map.entry("doel", "kernteam-casusoverleg"),
        Map.entry("kenmerk", child),
        Map.entry("agendavraag", "wie-doet-wat"),
        Map.entry("gezin", "uitgenodigd"),
        Map.entry("gezin-op", "20-11-2026"),
        Map.entry("functie-school-ib", "intern begeleider"),
        Map.entry("wie-school-ib", SCHOOL),
        Map.entry("persoon-school-ib", "med-208"),
        Map.entry("functie-lpa", "leerplichtambtenaar"),
        Map.entry("wie-lpa", leerplicht),
        Map.entry("persoon-lpa", "lpa-1"),
        Map.entry("reden-lpa", "De vraag gaat ook over verzuim op maandag."),
        Map.entry("open", "ja"));
  }

  private static Map<String, List<String>> minutes(String child, String leerplicht) {
    var school = SCHOOL + ".school-ib";
    var lpa = leerplicht + ".lpa";
    var written = new LinkedHashMap<String, List<String>>();
    written.put("bijdrage", List.of("verslag"));
    written.put("soort", List.of("eigen-kenmerk"));
    written.put("kenmerk", List.of(child));
    written.put("K01.voornamen", List.of("Sam"));
    written.put("K01.achternaam", List.of("Voorbeeld"));
    written.put("K01.geboortedatum", List.of("1-3-2017"));
    written.put("K14.doelen.0", List.of("Weer zonder angst naar bed"));
    written.put("noodzaak:K14", List.of("De school moet weten waarom hij moe is"));
    written.put("beweerd:gezin-bij-overleg:datum", List.of("20-11-2026"));
    written.put("beweerd:gezin-bij-overleg:door", List.of("de coach"));
    written.put("beweerd:gezin-bij-overleg:uitkomst", List.of("uitgenodigd"));
    written.put("naar", List.of(school, lpa));
    written.put("mee", List.of(school + ".K14"));
    written.put("verder", List.of("ja"));
    return written;
  }

  /// The record of the five steps; it is held until somebody else agreed, and then it goes.
  private static void report(Scene scene) {
    var own = scene.reference("mees", "school", "eigen-kenmerk").path("waarde").asText();
    var to = Map.of("ontvanger", scene.partner("vt").oin().value());
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      MeldcodeRecord.whole(
              "Blauwe plekken.", "med-12", new MeldcodeRecord.Child(own, "Sam", "2017-10-14"))
          .forEach((step, fields) -> visit.post("/werk/meldcode/stap/" + step, fields));
      rows.take("voor de melding");
      var held = visit.arrive(visit.post("/werk/meldcode/versturen", to));
      rows.take("mens houdt");
      var proposal = PROPOSAL.matcher(held.body());
      assertThat(proposal.find()).as(WorkVisit.text(held)).isTrue();
      agreed(scene, proposal.group(1));
      rows.take("mens tekent");
      var sent = visit.arrive(visit.post("/werk/meldcode/versturen", to));
      assertThat(WorkVisit.text(sent)).contains("De melding is verstuurd");
      rows.take("mens meldt");
    }
    PARCELS.put("veilig thuis leest van mens", only(scene, AT_VT));
  }

  private static void agreed(Scene scene, String proposal) {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("namens", scene.as(AT_SCHOOL));
    body.put(
        "handtekening",
        Signatures.signed(
            scene, "school", "med-12", "", "aandachtsfunctionaris-keek-mee", "melden", proposal));
    assertThat(scene.post("school", "/v1/akkoorden", body).status()).isEqualTo(201);
  }

  /// The message in the only parcel that waits there.
  private static String only(Scene scene, PartyAs who) {
    var waiting = PostbusActions.listing(scene, who).json().path("pakketten");
    assertThat(waiting).as(who.toString()).hasSize(1);
    var path = "/v1/postbus/" + waiting.path(0).path("id").asText();
    return scene.postAs(who, path + "/uitreikingen").text("bericht");
  }

  private static void moved(Answer answer) {
    assertThat(answer.status()).as(WorkVisit.text(answer)).isEqualTo(303);
  }

  /// Who does something at a table looks who sits there first, with a system or at a desk.
  private static List<JsonNode> together(String... steps) {
    return Stream.of(steps).flatMap(step -> rows.of(step).stream()).toList();
  }

  private static List<String> parcel(String step) {
    return rows.message(Objects.requireNonNull(PARCELS.get(step), step));
  }

  @Test
  void a_table_from_its_list_to_its_end_leaves_the_rows_of_one_that_a_connected_system_held() {
    for (var step : List.of("opent", "bevriest", "sluit")) {
      assertThat(rows.of("mens " + step)).as(step).isEqualTo(rows.of(step));
    }
    assertThat(rows.of("mens was er")).isEqualTo(together("kijkt wie er zitten", "was er"));
  }

  @Test
  void minutes_leave_the_same_rows_and_each_receiver_gets_the_same_parcel() {
    assertThat(rows.of("mens stuurt verslag"))
        .isEqualTo(together("kijkt naar wie", "naar school", "naar leerplicht"));
    for (var step : List.of("school leest", "leerplicht leest")) {
      assertThat(parcel(step + " van mens")).as(step).isEqualTo(parcel(step));
    }
    assertThat(parcel("school leest")).anyMatch(part -> part.startsWith("K14"));
    assertThat(parcel("leerplicht leest")).noneMatch(part -> part.startsWith("K14"));
  }

  @Test
  void a_report_that_waits_for_a_second_person_and_then_goes_leaves_the_same_rows() {
    assertThat(rows.of("mens houdt")).isEqualTo(rows.of("houdt"));
    assertThat(rows.of("mens tekent")).isEqualTo(rows.of("tekent"));
    assertThat(rows.of("mens meldt")).isEqualTo(rows.of("meldt"));
  }

  @Test
  void veilig_thuis_gets_the_same_record_in_the_same_parcel() {
    assertThat(parcel("veilig thuis leest van mens"))
        .isEqualTo(parcel("veilig thuis leest"))
        .anyMatch(part -> part.startsWith("meldcode"));
  }
}
