package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A family asks something about a line, and the right organisation answers in time, says that it
/// takes longer, refuses with a reason, or is late for all to see (AVG 12 to 22).
final class RightsSpec {
  private static final String SECRET = "Hij was ziek en dat wist de mentor.";
  private static final String REASON = "Wij moeten dit eerst navragen bij de mentor van toen.";
  private static final String NO = "De wet vraagt ons dit te melden; daarom blijven wij het delen.";
  private static final String BY_LAW = "Hier is uw ja niet voor nodig";
  private static final String ID = "5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10";
  private static final String NOWHERE = "/mijn/verzoeken/" + ID;
  private static final String NO_LINE = "/mijn/verzoeken/over/x/" + ID + "/bezwaar";
  private static final Map<String, String> SEEN = new LinkedHashMap<>();
  private static final Map<String, Integer> NUMBER = new LinkedHashMap<>();
  private static final Map<String, JsonNode> ASKED = new LinkedHashMap<>();
  private static final List<JsonNode> ROWS = new ArrayList<>();
  private static final List<String> FAULTS = new ArrayList<>();
  private static TwinStory story;

  @BeforeAll
  static void a_family_asks() throws IOException, SQLException {
    story = TwinStory.read("verzoeken.yaml", RightsSpec::at);
  }

  private static void at(String moment, Scene scene, DevGateway gateway) {
    switch (moment) {
      case "kijk en vraag" -> {
        asks(scene, gateway);
        othersLook(scene, gateway);
      }
      case "kijk en antwoord" -> {
        answers(scene);
        reads(scene, gateway, "antwoord");
      }
      case "kijk te laat" -> {
        assertThat(gateway.runHousekeeping()).isTrue();
        reads(scene, gateway, "te laat");
        comesLate(scene, gateway);
        gateway.logbook().rows().stream().flatMap(row -> row.detail().stream()).forEach(ROWS::add);
      }
      default -> throw new IllegalStateException(moment);
    }
  }

  private static Decider line(Decider who) {
    return who.at("/mijn/inzien").follow("14 jaar").follow("Leerplicht IJmond");
  }

  private static void asks(Scene scene, DevGateway gateway) {
    try (var mother = new Decider(gateway, scene.number("sami", "moeder"))) {
      line(mother);
      int before = mother.clicks();
      mother.follow("Maak bezwaar");
      SEEN.put("bezwaar vooraf", mother.body());
      var objection = mother.form("Maak bezwaar");
      mother.send(objection.action(), with(objection, "woorden", SECRET));
      NUMBER.put("klikken", mother.clicks() - before);
      SEEN.put("bezwaar", mother.body());
      mother.send(objection.action(), with(objection, "woorden", SECRET));
      SEEN.put("bezwaar nog eens", mother.body());

      line(mother).follow("Vraag waarom").press("Stel deze vraag");
      SEEN.put("waarom", mother.body());

      line(mother).follow("Zeg dat dit niet klopt");
      var wrong = mother.form("Vraag om dit aan te passen");
      SEEN.put("leeg", mother.send(wrong.action(), wrong.fields()).status() + mother.body());
      var number = with(wrong, "woorden", "Kijk bij 999990159 maar.");
      SEEN.put("nummer", mother.send(wrong.action(), number).status() + mother.body());
      mother.send(wrong.action(), with(wrong, "woorden", "Hij was er die dag wel."));
      SEEN.put("rectificatie", mother.body());

      line(mother).follow("Vraag om dit weg te halen").press("Vraag om dit weg te halen");
      SEEN.put("wissing", mother.body());

      line(mother).follow("Dien een klacht in");
      SEEN.put("klacht vooraf", mother.body());
      var complaint = mother.form("Dien deze klacht in");
      var whole = with(complaint, "woorden", "Niemand belde mij terug.");
      whole.put("loket", "fg");
      SEEN.put("niet gekozen", mother.send(complaint.action(), whole).status() + mother.body());
      whole.put("bij", "VAN");
      mother.send(complaint.action(), whole);
      SEEN.put("klacht", mother.body());

      SEEN.put("lijst", mother.at("/mijn/verzoeken").body());
      SEEN.put("wet", mother.at("/mijn/toestemmingen").follow(BY_LAW).body());
      mother.follow("Maak bezwaar");
      SEEN.put("wet bezwaar", mother.body());
      SEEN.put("wet gemaakt", mother.press("Maak bezwaar").body());
    }
  }

  private static Map<String, String> with(Decider.Sent form, String field, String text) {
    var fields = new LinkedHashMap<>(form.fields());
    fields.put(field, text);
    return fields;
  }

  /// What the mother asked is nowhere for the father and the youth, and the other way round.
  private static void othersLook(Scene scene, DevGateway gateway) {
    try (var mother = new Decider(gateway, scene.number("sami", "moeder"));
        var father = new Decider(gateway, scene.number("sami", "vader"));
        var youth = new Decider(gateway, scene.number("sami", "jongere"))) {
      SEEN.put("vader leeg", father.at("/mijn/verzoeken").body());
      var path = found(line(mother), "href=\"(/mijn/verzoeken/over/[^\"]+)/bezwaar\"");
      SEEN.put("vader bij moeder", text(father.fetch(request(scene, "school", "bezwaar"))));
      SEEN.put("vader bij niemand", text(father.fetch(NOWHERE)));
      SEEN.put("vader haar regel", text(father.fetch(path + "/bezwaar")));
      SEEN.put("vader geen regel", text(father.fetch(NO_LINE)));

      youth.at("/mijn/inzien").follow("uzelf").follow("Leerplicht IJmond");
      youth.follow("Vraag waarom").press("Stel deze vraag");
      SEEN.put("jongere", youth.body());
      SEEN.put("moeder erna", mother.at("/mijn/verzoeken").body());
      SEEN.put("vader erna", father.at("/mijn/verzoeken").body());
    }
  }

  private static String request(Scene scene, String party, String kind) {
    return "/mijn/verzoeken/" + new Answering(scene).one(party, kind).path("id").asText();
  }

  private static String found(Decider page, String pattern) {
    var found = Pattern.compile(pattern).matcher(page.body());
    return found.find() ? found.group(1) : NOWHERE;
  }

  private static String text(Answer answer) {
    return answer.status() + answer.body().replaceAll("value=\"[^\"]*\"", "");
  }

  private static void answers(Scene scene) {
    var at = new Answering(scene);
    for (var kind : List.of("bezwaar", "rectificatie", "waarom", "klacht")) {
      ASKED.put(kind, at.one("school", kind));
    }
    ASKED.put("wissing", at.one("leerplicht", "wissing"));
    var objection = id("bezwaar");
    var mend = id("rectificatie");

    NUMBER.put("van een ander", at.reads("leerplicht", objection).status());
    NUMBER.put("ander kijkt", at.looks("leerplicht", objection));
    ASKED.put("gelezen", Answering.json(at.reads("school", objection)));
    ASKED.put("weer gelezen", Answering.json(at.reads("school", objection)));

    NUMBER.put("te kort", at.takesLonger("school", mend, "kort").status());
    ASKED.put("verlengd", Answering.json(at.takesLonger("school", mend, REASON)));
    NUMBER.put("nog eens zo", at.takesLonger("school", mend, REASON).status());
    NUMBER.put("weer verlengd", at.takesLonger("school", mend, REASON + " En meer.").status());
    NUMBER.put("waarom verlengd", at.takesLonger("school", id("waarom"), REASON).status());

    NUMBER.put("verkeerd", at.answers("school", objection, "beantwoord", NO).status());
    NUMBER.put("geweigerd", at.answers("school", objection, "geweigerd", NO).status());
    NUMBER.put("hetzelfde", at.answers("school", objection, "geweigerd", NO).status());
    NUMBER.put("anders", at.answers("school", objection, "toegewezen", NO).status());
    NUMBER.put("beantwoord", at.answers("school", id("waarom"), "beantwoord", NO).status());
    NUMBER.put("als taak dicht", at.closesTask("school", mend));
  }

  private static JsonNode asked(String name) {
    return ASKED.getOrDefault(name, MissingNode.getInstance());
  }

  private static String id(String kind) {
    return asked(kind).path("id").asText();
  }

  private static void reads(Scene scene, DevGateway gateway, String moment) {
    try (var mother = new Decider(gateway, scene.number("sami", "moeder"))) {
      SEEN.put(moment + " lijst", mother.at("/mijn/verzoeken").body());
      for (var kind : List.of("bezwaar", "rectificatie", "waarom", "klacht")) {
        SEEN.put(moment + " " + kind, page(mother, kind));
      }
      SEEN.put(moment + " wissing", page(mother, "wissing"));
    }
  }

  private static String page(Decider who, String kind) {
    return who.fetch("/mijn/verzoeken/" + id(kind)).body();
  }

  /// An answer after the last day stays late.
  private static void comesLate(Scene scene, DevGateway gateway) {
    var at = new Answering(scene);
    NUMBER.put("te laat beantwoord", at.answers("school", id("klacht"), "beantwoord", NO).status());
    NUMBER.put("te laat verlengd", at.takesLonger("leerplicht", id("wissing"), REASON).status());
    try (var mother = new Decider(gateway, scene.number("sami", "moeder"))) {
      SEEN.put("laat antwoord", page(mother, "klacht"));
      var form = found(line(mother), "href=\"(/mijn/verzoeken/over/[^\"]+/)bezwaar\"");
      var paths = List.of("/mijn/verzoeken", "/mijn/verzoeken/" + id("wissing"), form + "klacht");
      FAULTS.addAll(RealPages.faults(gateway, scene.number("sami", "moeder"), paths));
    }
  }

  @Test
  void the_story_is_told_whole_and_the_logbook_agrees() {
    assertThat(story.wrong()).isEmpty();
  }

  @Test
  void an_objection_is_made_in_three_clicks_from_the_line_and_says_first_what_it_stops() {
    assertThat(NUMBER.get("klikken")).isLessThanOrEqualTo(3);
    assertThat(SEEN.get("bezwaar vooraf"))
        .contains("Vanaf nu houdt Sluis tegen wat Noordersluis College")
        .contains("Het antwoord komt hier, uiterlijk op 24 december 2026");
    assertThat(SEEN.get("bezwaar")).contains("De organisatie las het nog niet.", SECRET);
  }

  @Test
  void nobody_who_cannot_see_or_has_a_phone_trips_over_these_pages() {
    assertThat(FAULTS).isEmpty();
  }

  @Test
  void who_presses_twice_asked_it_once() {
    assertThat(SEEN.get("bezwaar nog eens")).isEqualTo(SEEN.get("bezwaar"));
    assertThat(SEEN.get("lijst")).containsOnlyOnce(">Bezwaar: ");
  }

  @Test
  void each_question_lands_at_who_said_it_or_at_who_holds_it() {
    assertThat(SEEN.get("waarom")).contains("<dd>Noordersluis College");
    assertThat(SEEN.get("rectificatie")).contains("<dd>Noordersluis College");
    assertThat(SEEN.get("wissing")).contains("<dd>Leerplicht IJmond");
    assertThat(SEEN.get("klacht"))
        .contains("<dd>Noordersluis College", "(De functionaris gegevensbescherming)");
    assertThat(asked("wissing").path("van").path("rol").asText()).isEqualTo("school-ib");
    assertThat(asked("wissing").path("transacties")).hasSize(1);
  }

  @Test
  void a_complaint_page_says_how_each_of_the_three_roads_works() {
    assertThat(SEEN.get("klacht vooraf"))
        .contains("De klachtencommissie van de organisatie luistert")
        .contains("Deze persoon houdt daar toezicht op")
        .contains("Klagen bij de Autoriteit Persoonsgegevens", "Sluis stuurt niets door");
    assertThat(SEEN.get("niet gekozen")).startsWith("422").contains("Kies wie er moet kijken.");
  }

  @Test
  void what_must_be_said_is_said_and_a_number_of_a_person_is_not_kept() {
    assertThat(SEEN.get("leeg")).startsWith("422").contains("Er is nog niets gevraagd.");
    assertThat(SEEN.get("nummer")).startsWith("422").contains("geen burgerservicenummer");
  }

  @Test
  void a_statutory_row_has_no_way_to_stop_but_an_explanation_and_a_way_to_object() {
    assertThat(SEEN.get("wet")).contains(BY_LAW, ">Maak bezwaar</a>");
    assertThat(SEEN.get("wet bezwaar")).contains("Bezwaar", "uiterlijk op 24 december 2026");
    assertThat(SEEN.get("wet gemaakt")).contains("van de wet mag of moet delen");
  }

  @Test
  void what_one_parent_asked_is_nowhere_for_the_other() {
    assertThat(SEEN.get("vader leeg")).contains("U hebt nog niets gevraagd.");
    assertThat(SEEN.get("vader bij moeder"))
        .startsWith("404")
        .isEqualTo(SEEN.get("vader bij niemand"));
    assertThat(SEEN.get("vader haar regel")).isEqualTo(SEEN.get("vader geen regel"));
    assertThat(SEEN.get("vader erna")).isEqualTo(SEEN.get("vader leeg"));
  }

  @Test
  void what_a_youth_asked_is_nowhere_for_the_parents() {
    assertThat(SEEN.get("jongere")).contains("Vraag waarom");
    assertThat(SEEN.get("moeder erna")).containsOnlyOnce(">Vraag waarom: ");
  }

  @Test
  void only_the_organisation_that_was_asked_finds_it_and_reading_it_counts_as_received() {
    assertThat(NUMBER.get("van een ander")).isEqualTo(404);
    assertThat(NUMBER.get("ander kijkt")).isEqualTo(404);
    assertThat(asked("bezwaar").has("woorden")).isFalse();
    assertThat(asked("gelezen").path("woorden").asText()).isEqualTo(SECRET);
    assertThat(asked("gelezen").path("stappen")).hasSize(1);
    assertThat(asked("weer gelezen").path("stappen")).hasSize(1);
    assertThat(SEEN.get("antwoord bezwaar")).contains("De organisatie las het op 27 november 2026");
  }

  @Test
  void it_takes_longer_once_with_a_reason_and_at_most_two_months() {
    assertThat(NUMBER.get("te kort")).isEqualTo(400);
    assertThat(asked("verlengd").path("uiterlijk").asText()).startsWith("2027-02-24");
    assertThat(NUMBER.get("nog eens zo")).isEqualTo(201);
    assertThat(NUMBER.get("weer verlengd")).isEqualTo(403);
    assertThat(NUMBER.get("waarom verlengd")).isEqualTo(403);
    assertThat(SEEN.get("antwoord rectificatie"))
        .contains("De organisatie heeft meer tijd nodig.", REASON, "24 februari 2027");
    assertThat(NUMBER.get("te laat verlengd")).isEqualTo(403);
  }

  @Test
  void a_refusal_has_a_reason_and_says_what_one_can_do_then() {
    assertThat(NUMBER.get("verkeerd")).isEqualTo(400);
    assertThat(NUMBER.get("geweigerd")).isEqualTo(201);
    assertThat(NUMBER.get("hetzelfde")).isEqualTo(201);
    assertThat(NUMBER.get("anders")).isEqualTo(403);
    assertThat(SEEN.get("antwoord bezwaar"))
        .contains("Het antwoord is nee.", NO, "Dien een klacht in bij de organisatie")
        .contains("naar de rechter", "autoriteitpersoonsgegevens.nl", "mag weer.");
  }

  @Test
  void what_is_late_is_red_on_the_page_and_stays_late_after_the_answer() {
    assertThat(SEEN.get("te laat lijst")).contains("fout laat\">Te laat: het antwoord moest");
    assertThat(SEEN.get("te laat wissing")).contains("Te laat: het antwoord moest er zijn op ");
    assertThat(SEEN.get("te laat rectificatie")).doesNotContain("Te laat: ");
    assertThat(NUMBER.get("te laat beantwoord")).isEqualTo(201);
    assertThat(NUMBER.get("als taak dicht")).as("a task closed instead").isEqualTo(403);
    assertThat(SEEN.get("laat antwoord")).contains("Het antwoord kwam te laat. Aantal dagen: 14.");
  }

  @Test
  void each_step_is_a_row_of_its_own_and_no_row_holds_the_words() {
    var steps =
        ROWS.stream()
            .filter(row -> row.path("soort").asText().equals("betrokkenenverzoek"))
            .collect(
                Collectors.groupingBy(row -> row.path("stap").asText(), Collectors.counting()));

    assertThat(steps)
        .containsEntry("gesteld", 7L)
        .containsEntry("ontvangen", 1L)
        .containsEntry("gelezen", 1L)
        .containsEntry("verlengd", 1L)
        .containsEntry("geweigerd", 1L)
        .containsEntry("beantwoord", 2L);
    assertThat(String.valueOf(ROWS)).doesNotContain(SECRET, REASON, NO, "belde mij terug");
    assertThat(ROWS.stream().filter(row -> row.path("soort").asText().equals("escalatie")))
        .isNotEmpty();
  }
}
