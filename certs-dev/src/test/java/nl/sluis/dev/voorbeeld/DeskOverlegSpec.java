package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// At the desk a coach holds a kernteam from its agenda to minutes of which two receivers read
/// different parts, and a jeugdarts lets a mother read a text before exactly that text goes.
final class DeskOverlegSpec {
  private static final String STORY =
      """
      titel: Aan de werkplek wordt overlegd, en een moeder leest vooraf
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
        ggd: GGD Kennemerland
        lpa: Leerplicht Haarlem
      gezinnen:
        sami: {leeftijd: 9 jaar, houders: [moeder], gezag: eenhoofdig, bekend bij: [school als school-administratie, cjg als cjg-coach, ggd als ggd-jeugdarts]}
      toestemmingen:
        - {stap: ja school, van: cjg als cjg-coach, aan: school als school-ib, doel: kernteam-casusoverleg, over: sami, categorieen: [K01, K14], gegeven door: [moeder]}
        - {stap: ja leerplicht, van: cjg als cjg-coach, aan: lpa als lpa, doel: kernteam-casusoverleg, over: sami, categorieen: [K01], gegeven door: [moeder]}
        - {stap: ja advies, van: ggd als ggd-jeugdarts, aan: school als school-ib, doel: jgz-advies-school, over: sami, categorieen: [K12], gegeven door: [moeder]}
      stappen:
        - leg contact vast: {door: ggd als ggd-jeugdarts, school: school, persoon: med-257}
        - stap: brief
          stuur brief: {door: ggd als ggd-jeugdarts, persoon: moeder, over: sami}
        - stap: klaar
          voer code in: {persoon: moeder, over: sami, brief: brief}
      """;
  private static final String SCHOOL = "00000099000000201000";
  private static final DevWorker COACH = DevWorker.CJG_COACH;
  private static final DevWorker ARTS =
      new DevWorker(
          "jeugdarts van de GGD",
          "999912057",
          "med-257",
          new PartyRole(new Oin("00000099000000301000"), Role.GGD_JEUGDARTS),
          "GGD Kennemerland",
          List.of(DevWorker.Function.of("jeugdarts")));
  private static final JsonMapper JSON = new JsonMapper();
  private static final DevPostgres POSTGRES = DevPostgres.shared();

  /// What pages said and what receivers read, by what it is.
  private static final Map<String, String> SEEN = new LinkedHashMap<>();

  private static DevGateway gateway;
  private static DevWorkplace desk;

  @BeforeAll
  static void an_overleg_is_held_and_a_text_is_read() throws IOException {
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all()).read("spec.yaml", 1, STORY);
    gateway = Foreword.ground(scenario, POSTGRES);
    desk = DevWorkplace.start(gateway, List.of(COACH, ARTS));
    var told = new ByteArrayOutputStream();
    var verdict =
        new Runner(gateway, new Report(new PrintStream(told, true, StandardCharsets.UTF_8)))
            .play(
                scenario,
                (label, scene) -> {
                  if (label.equals("klaar")) {
                    overleg(scene);
                    reading(scene);
                  }
                });
    assertThat(verdict.differences()).as(told.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @AfterAll
  static void the_logbook_is_whole() throws IOException {
    desk.close();
    assertThat(gateway.checkLogbook()).isEmpty();
    gateway.close();
    POSTGRES.close();
  }

  private static void overleg(Scene scene) {
    var leerplicht = scene.partner("lpa").oin().value();
    var child = scene.reference("sami", "cjg", "eigen-kenmerk").path("waarde").asText();
    try (var visit = desk.visit(COACH)) {
      var start = "/werk/overleg/nieuw/kernteam";
      var contacts = visit.post(start, Map.of("school", SCHOOL, "contacten", "ja"));
      SEEN.put("aanspreekpunten", contacts.body());
      var open = new LinkedHashMap<String, String>();
      open.put("doel", "kernteam-casusoverleg");
      open.put("functie-school-ib", "intern begeleider");
      open.put("functie-lpa", "leerplichtambtenaar");
      open.putAll(
          Map.of(
              "kenmerk", child,
              "agendavraag", "wie-doet-wat",
              "gezin", "uitgenodigd",
              "gezin-op", "20-11-2026",
              "wie-school-ib", SCHOOL,
              "persoon-school-ib", "med-208",
              "wie-lpa", leerplicht,
              "persoon-lpa", "lpa-1"));
      open.put("open", "ja");
      var opened = visit.post(start, open);
      var table = where(opened);
      SEEN.put(
          "zonder reden", WorkVisit.text(visit.arrive(visit.post(table + "/bevriezen", Map.of()))));
      visit.get(table);
      overleg(scene, visit, start, open, leerplicht, child);
    }
  }

  private static void overleg(
      Scene scene,
      WorkVisit visit,
      String start,
      Map<String, String> open,
      String leerplicht,
      String child) {
    open.put("reden-lpa", "De vraag gaat ook over verzuim op maandag.");
    var table = where(visit.post(start, open));
    SEEN.put("bevroren", WorkVisit.text(visit.arrive(visit.post(table + "/bevriezen", Map.of()))));
    var met =
        Map.of(
            "aanwezig", List.of("0", "1"),
            "gezin", List.of("erbij"),
            "gehouden-op", List.of("23-11-2026"));
    SEEN.put("bijeenkomst", String.valueOf(visit.postAll(table + "/bijeenkomst", met).status()));
    SEEN.put("formulier", WorkVisit.text(visit.open(table + "/schrijven")));
    var school = SCHOOL + ".school-ib";
    var lpa = leerplicht + ".lpa";
    var written = new LinkedHashMap<String, List<String>>();
    written.put("bijdrage", List.of("verslag"));
    written.put("soort", List.of("eigen-kenmerk"));
    written.put("kenmerk", List.of(child));
    written.put("K01.voornamen", List.of("Sami"));
    written.put("K01.achternaam", List.of("Voorbeeld"));
    written.put("K01.geboortedatum", List.of("1-3-2017"));
    written.put("K14.doelen.0", List.of("Weer zonder angst naar bed"));
    written.put("noodzaak:K14", List.of("De school moet weten waarom hij moe is"));
    written.put("beweerd:gezin-bij-overleg:datum", List.of("20-11-2026"));
    written.put("beweerd:gezin-bij-overleg:door", List.of("de coach"));
    written.put("beweerd:gezin-bij-overleg:uitkomst", List.of("uitgenodigd"));
    written.put("naar", List.of(school, lpa));
    written.put("mee", List.of(school + ".K14", lpa + ".K14"));
    written.put("verder", List.of("ja"));
    SEEN.put(
        "per ontvanger",
        WorkVisit.text(visit.arrive(visit.postAll(table + "/schrijven", written))));
    SEEN.put("verstuurd", WorkVisit.text(visit.arrive(visit.post(table + "/versturen", Map.of()))));
    var before = gateway.logbook().kinds().size();
    visit.post(table + "/versturen", Map.of());
    SEEN.put(
        "nog eens",
        String.valueOf(
            gateway.logbook().kinds().stream().skip(before).filter("aangenomen"::equals).count()));
    SEEN.put("tafel ervoor", WorkVisit.text(visit.open(table)));
    SEEN.put("school leest", read(scene, new PartyAs("school", "school-ib")));
    SEEN.put("leerplicht leest", read(scene, new PartyAs("lpa", "lpa")));
    SEEN.put("tafel erna", WorkVisit.text(visit.open(table)));
    SEEN.put("overleggen", WorkVisit.text(visit.open("/werk/overleg")));
    SEEN.put("gesloten", WorkVisit.text(visit.arrive(visit.post(table + "/sluiten", Map.of()))));
  }

  /// What this receiver finds in its newest parcel, opened and confirmed.
  private static String read(Scene scene, PartyAs who) {
    var receiver = scene.partner(who.party());
    var waiting = PostbusActions.listing(scene, who).json().path("pakketten");
    var path = "/v1/postbus/" + waiting.path(waiting.size() - 1).path("id").asText();
    var given = json(receiver.postJson(path + "/uitreikingen?rol=" + who.role(), "{}"));
    try {
      var opened =
          receiver.opener(scene.senderKeys()).open(given.path("bericht").asText(), _ -> true);
      receiver.postJson(path + "/bevestigingen?rol=" + who.role(), "{}");
      var all = new ArrayList<String>();
      opened
          .categories()
          .forEach(
              (DataCategory category, ObjectNode content) ->
                  all.add(category + content.toString()));
      return String.join(" ", all) + " " + given.path("gelezen");
    } catch (MessageFault fault) {
      throw new AssertionError(fault);
    }
  }

  private static ObjectNode json(Answer answer) {
    try {
      return (ObjectNode) JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void reading(Scene scene) {
    var child = scene.reference("sami", "ggd", "eigen-kenmerk").path("waarde").asText();
    try (var visit = desk.visit(ARTS)) {
      SEEN.put("wegen", visit.open("/werk/inzage").body());
      var first = laid(visit, child, "Drie keer per week een halve dag");
      SEEN.put("nog niet", WorkVisit.text(visit.open(first)));
      say(scene, first, "", "Dit klopt niet, zij gaat al elke dag.");
      SEEN.put("niet akkoord", WorkVisit.text(visit.open(first)));
      SEEN.put("niet te sturen", where(visit.get(first + "/versturen")));

      var second = laid(visit, child, "Elke ochtend");
      SEEN.put("vervangen", WorkVisit.text(visit.open(first)));
      say(scene, second, "akkoord", "Op woensdag lukt het niet.");
      SEEN.put("mag weg", WorkVisit.text(visit.open(second)));
      SEEN.put("letter voor letter", WorkVisit.text(visit.open(second + "/versturen")));
      var sent =
          visit.arrive(
              visit.post(
                  second + "/versturen", Map.of("soort", "eigen-kenmerk", "kenmerk", child)));
      SEEN.put("weg", WorkVisit.text(sent));
      SEEN.put("advies", read(scene, new PartyAs("school", "school-ib")));
    }
  }

  private static String laid(WorkVisit visit, String child, String text) {
    var form = "/werk/inzage/nieuw/X10." + SCHOOL + ".school-ib";
    var laid =
        visit.post(
            form, Map.of("soort", "eigen-kenmerk", "kenmerk", child, "K12-advies.kan.0", text));
    assertThat(laid.status()).as(WorkVisit.text(laid)).isEqualTo(303);
    return where(laid);
  }

  private static void say(Scene scene, String path, String word, String remark) {
    var own = "/mijn/v1/leesstukken/" + path.substring(path.lastIndexOf('/') + 1);
    var mother = scene.person("sami", "moeder");
    mother.post(own + "/lezingen", "{}");
    var said = word.isEmpty() ? "" : "\"woord\":\"" + word + "\",";
    mother.post(own + "/antwoorden", "{" + said + "\"opmerking\":\"" + remark + "\"}");
  }

  private static String where(Answer answer) {
    var where = answer.headers().get("location");
    if (where == null) {
      throw new IllegalStateException(answer.status() + " " + WorkVisit.text(answer));
    }
    return where;
  }

  private static String seen(String what) {
    return SEEN.getOrDefault(what, "(niet gezien)");
  }

  @Test
  void who_prepares_invites_by_function_and_the_contact_register_fills_in_who_that_is() {
    assertThat(seen("aanspreekpunten")).contains("value=\"med-257\"", "Basisschool De Duinpieper");
  }

  @Test
  void the_list_is_frozen_only_when_the_convenant_finds_nothing_missing() {
    assertThat(seen("zonder reden")).contains("eigen reden").contains("De lijst staat nog open");
    assertThat(seen("bevroren")).contains("De lijst staat vast");
    assertThat(seen("bijeenkomst")).isEqualTo("303");
  }

  @Test
  void the_form_says_of_each_part_who_may_have_it_and_who_never() {
    assertThat(seen("formulier"))
        .containsPattern("Inhoud van hulp .*Gaat nooit naar: Leerplicht Haarlem");
  }

  @Test
  void before_it_goes_each_receiver_stands_there_with_what_it_reads_and_what_not() {
    assertThat(seen("per ontvanger"))
        .containsPattern("Duinpieper.*Weer zonder angst naar bed.*Leerplicht Haarlem")
        .containsPattern("Leerplicht Haarlem .*leest deze ontvanger niet: Inhoud van hulp");
  }

  @Test
  void two_receivers_read_of_the_same_minutes_what_each_may_have() {
    assertThat(seen("verstuurd"))
        .contains("Gestuurd. Het ligt klaar")
        .doesNotContain("Niet gestuurd");
    assertThat(seen("school leest")).contains("K01", "K14", "Weer zonder angst naar bed");
    assertThat(seen("leerplicht leest")).contains("K01", "Sami").doesNotContain("K14", "angst");
    assertThat(seen("nog eens")).isEqualTo("0");
  }

  @Test
  void the_coach_sees_who_read_and_the_list_of_tables_names_nobody() {
    assertThat(seen("tafel ervoor")).contains("ligt klaar, nog niet opgehaald");
    assertThat(seen("tafel erna"))
        .contains("Verslag: gelezen en bevestigd")
        .doesNotContain("nog niet opgehaald");
    assertThat(seen("overleggen"))
        .contains("Kernteam")
        .doesNotContain("Sami", "sami-cjg", "med-208");
    assertThat(seen("gesloten")).contains("Dit overleg is gesloten");
  }

  @Test
  void what_a_mother_does_not_agree_with_stays_and_what_she_lets_go_goes_as_she_read_it() {
    assertThat(seen("wegen")).contains("X10." + SCHOOL + ".school-ib");
    assertThat(seen("nog niet")).contains("Deze tekst mag nog niet weg");
    assertThat(seen("niet akkoord"))
        .contains("Deze tekst mag nog niet weg", "Dit klopt niet, zij gaat al elke dag.");
    assertThat(seen("niet te sturen")).doesNotContain("versturen");
    assertThat(seen("vervangen")).contains("Er ligt een nieuwere tekst");
    assertThat(seen("mag weg")).contains("Deze tekst mag weg", "Op woensdag lukt het niet.");
    assertThat(seen("letter voor letter")).contains("Elke ochtend").doesNotContain("halve dag");
    assertThat(seen("weg")).contains("Gestuurd. Het ligt klaar");
    assertThat(seen("advies")).contains("Elke ochtend", "Op woensdag lukt het niet.");
  }
}
