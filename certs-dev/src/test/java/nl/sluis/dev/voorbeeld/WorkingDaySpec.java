package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A working day at the desk of officers: what there is to do stands in one list, an override is
/// looked back at with four eyes, a request is answered with four eyes, and nobody goes round it.
final class WorkingDaySpec {
  private static final String LIST = "/toezicht/werk";
  private static final String WHY = "Overleg met de coach had hier volstaan, zegt het dossier.";
  private static final String SECRET = "Zijn vader woont daar niet meer.";
  private static final String NO = "Wij hebben dit nagevraagd; het klopte op die dag nog wel.";
  private static final Map<String, String> SEEN = new LinkedHashMap<>();
  private static final List<JsonNode> ROWS = new ArrayList<>();
  private static TwinStory story;

  @BeforeAll
  static void officers_work() throws IOException, SQLException {
    story = TwinStory.read("werklijst.yaml", WorkingDaySpec::at);
  }

  private static void at(String moment, Scene scene, DevGateway gateway) {
    try (var mother = new Decider(gateway, scene.number("sami", "moeder"));
        var officer = new AtWork(gateway, DevOfficer.FG_CJG);
        var reviewer = new AtWork(gateway, DevOfficer.BEOORDELAAR);
        var second = new AtWork(gateway, DevOfficer.TWEE_FUNCTIES);
        var school = new AtWork(gateway, DevOfficer.FG_SCHOOL);
        var vt = new AtWork(gateway, DevOfficer.FG_VEILIG_THUIS)) {
      second.browser.post(
          "/toezicht/functie",
          Map.of("bewijs", second.browser.formToken("/toezicht"), "functie", "fg-cjg"));
      asks(mother);
      looksBack(scene, officer, reviewer, List.of(school, vt));
      answers(mother, officer, reviewer, second);
      closes(officer, second);
    }
    gateway.logbook().rows().stream().flatMap(row -> row.detail().stream()).forEach(ROWS::add);
  }

  private static void asks(Decider mother) {
    mother.at("/mijn/inzien").follow("9 jaar").follow("Kenter").follow("Zeg dat dit niet klopt");
    var form = mother.form("Vraag om dit aan te passen");
    var fields = new LinkedHashMap<>(form.fields());
    fields.put("woorden", SECRET);
    mother.send(form.action(), fields);
  }

  private static void looksBack(
      Scene scene, AtWork officer, AtWork reviewer, List<AtWork> strangers) {
    SEEN.put("lijst", officer.get(LIST));
    SEEN.put("lijst beoordelaar", reviewer.get(LIST));
    var both = officer.items("Terugkijken op een doorbreking");
    SEEN.put("sami", officer.get(both.getFirst()));
    SEEN.put("eva", officer.get(both.getLast()));
    SEEN.put("eva toch", officer.post(both.getLast() + "/voorstel", verdict("onterecht", "nee")));
    var one = both.getFirst();
    SEEN.put("leeg", officer.post(one + "/voorstel", Map.of()));
    SEEN.put("past niet", officer.post(one + "/voorstel", verdict("terecht", "nee")));
    SEEN.put("belang", officer.post(one + "/voorstel", without("geenBelang")));
    SEEN.put("voorgesteld", officer.post(one + "/voorstel", verdict("onterecht", "nee")));
    SEEN.put("nog eens", reviewer.post(one + "/voorstel", verdict("terecht", "ja")));
    SEEN.put("systeem", judgedBySystem(scene));
    SEEN.put("daarna", officer.get(LIST));

    var first = officer.items("Een voorstel om af te sluiten").getFirst();
    SEEN.put("eigen voorstel", officer.get(first));
    SEEN.put("zelf bevestigd", officer.post(first + "/tweede", say("bevestigd")));
    SEEN.put("tweede", reviewer.get(first));
    for (var stranger : strangers) {
      SEEN.put("vreemd " + strangers.indexOf(stranger), stranger.get(first));
      SEEN.put("vreemd lijst " + strangers.indexOf(stranger), stranger.get(LIST));
      SEEN.put("vreemd zegt", stranger.post(first + "/tweede", say("bevestigd")));
    }
    SEEN.put("niets", officer.get(LIST + "/5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10"));
    SEEN.put("terug", reviewer.post(first + "/tweede", say("teruggegeven")));
    SEEN.put("weer te doen", officer.get(one));

    officer.post(one + "/voorstel", verdict("onterecht", "nee"));
    var again = reviewer.items("Een voorstel om af te sluiten").getFirst();
    SEEN.put("bevestigd", reviewer.post(again + "/tweede", say("bevestigd")));
    SEEN.put("voorbij", reviewer.post(again + "/tweede", say("bevestigd")));
    SEEN.put("na het oordeel", officer.get(LIST));
  }

  private static void answers(Decider mother, AtWork officer, AtWork reviewer, AtWork second) {
    var one = officer.items("Iemand zegt dat iets niet klopt").getFirst();
    SEEN.put("verzoek", officer.get(one));
    SEEN.put("verzoek beoordelaar", reviewer.get(one));
    SEEN.put("kort", officer.post(one + "/antwoord", Map.of("uitkomst", "geweigerd")));
    SEEN.put("langer", officer.post(one + "/verlengen", Map.of("reden", NO)));
    SEEN.put("langer nog eens", officer.get(one));
    SEEN.put("moeder wacht", mother.at("/mijn/verzoeken").body());
    var refusal = Map.of("uitkomst", "geweigerd", "antwoord", NO);
    SEEN.put("geweigerd", officer.post(one + "/antwoord", refusal));
    mother.at("/mijn/verzoeken").follow("klopt niet");
    SEEN.put("moeder voor", mother.body());
    var proposal = second.items("Een voorstel om af te sluiten").getFirst();
    SEEN.put("voorstel beoordelaar", reviewer.get(proposal));
    SEEN.put("voorstel tweede", second.get(proposal));
    SEEN.put("antwoord", second.post(proposal + "/tweede", say("bevestigd")));
    mother.at("/mijn/verzoeken").follow("klopt niet");
    SEEN.put("moeder na", mother.body());
  }

  private static void closes(AtWork officer, AtWork second) {
    var one = officer.items("Een onterechte melding moet worden rechtgezet").getFirst();
    var done = Map.of("uitkomst", "gedaan", "toelichting", WHY);
    SEEN.put("taak", officer.post(one + "/afhandelen", done));
    SEEN.put("taak erna", second.get(one));
    var proposal = second.items("Een voorstel om af te sluiten").getFirst();
    SEEN.put("taak tweede", second.post(proposal + "/tweede", say("bevestigd")));
    SEEN.put("taak weg", officer.get(one));
  }

  private static Map<String, String> verdict(String outcome, String necessary) {
    return Map.of(
        "juisteOntvanger", "ja",
        "noodzaakPerCategorie", necessary,
        "stappenOfReden", "ja",
        "gezinGeinformeerdOfUitstel", "ja",
        "dossierVolledig", "ja",
        "uitkomst", outcome,
        "regelGemist", "X02",
        "toelichting", WHY,
        "geenBelang", "ja");
  }

  private static Map<String, String> without(String field) {
    var fields = new LinkedHashMap<>(verdict("onterecht", "nee"));
    fields.remove(field);
    return fields;
  }

  private static Map<String, String> say(String what) {
    return Map.of("besluit", what, "toelichting", WHY, "geenBelang", "ja");
  }

  private static String judgedBySystem(Scene scene) {
    var body =
        """
        {"namens": {"oin": "00000099000000101000", "rol": "cjg-coach"},
         "beoordelaar": {"id": "med-999", "functie": "coach"}, "uitkomst": "terecht",
         "vragen": {"juisteOntvanger": "ja", "noodzaakPerCategorie": "ja", "stappenOfReden": "ja",
           "gezinGeinformeerdOfUitstel": "ja", "dossierVolledig": "ja"},
         "regelGemist": "geen", "toelichting": "Alles is gedaan zoals het hoort."}
        """;
    var path =
        "/v1/nacontroles/"
            + scene.seen("melding sami").json().path("transactie").asText()
            + "/oordelen";
    var answer = scene.partner("cjg").postJson(path, body);
    return answer.status() + answer.body();
  }

  @Test
  void everything_stands_in_one_list_by_term_and_names_nobody() {
    assertThat(SEEN.get("lijst"))
        .startsWith("200")
        .contains("Terugkijken op een doorbreking", "Iemand zegt dat iets niet klopt")
        .doesNotContain("med-812", "moeder", SECRET);
    assertThat(SEEN.get("lijst beoordelaar"))
        .contains("Terugkijken op een doorbreking")
        .doesNotContain("Iemand zegt dat iets niet klopt");
  }

  @Test
  void who_sent_it_or_works_with_the_child_looks_back_at_nothing_of_it() {
    assertThat(SEEN.get("sami")).startsWith("200").contains("Veilig Thuis", "X16", "Voorstellen");
    assertThat(SEEN.get("eva")).contains("Laat iemand anders terugkijken").doesNotContain("X07\"");
    assertThat(SEEN.get("eva toch")).startsWith("422").contains("laat een ander terugkijken");
  }

  @Test
  void what_is_missing_is_said_and_nothing_is_put_on_record() {
    assertThat(SEEN.get("leeg")).startsWith("422").contains("Beantwoord elke vraag");
    assertThat(SEEN.get("past niet")).startsWith("422").contains("past niet bij de antwoorden");
    assertThat(SEEN.get("belang")).startsWith("422").contains("geen belang bij hebt");
  }

  @Test
  void a_proposal_closes_nothing_and_nobody_goes_round_it() {
    assertThat(SEEN.get("voorgesteld")).isEqualTo("303 /toezicht/werk?gedaan=voorgesteld");
    assertThat(SEEN.get("nog eens")).startsWith("422").contains("ligt een voorstel");
    assertThat(SEEN.get("systeem")).startsWith("400").contains("ligt een voorstel");
    assertThat(SEEN.get("daarna")).contains("Hier ligt een voorstel").doesNotContain("datalek kan");
  }

  @Test
  void the_second_person_is_another_of_the_organisation_that_was_asked() {
    assertThat(SEEN.get("eigen voorstel")).contains("U stelde dit zelf voor");
    assertThat(SEEN.get("zelf bevestigd")).startsWith("422").contains("U stelde dit zelf voor");
    assertThat(SEEN.get("tweede")).startsWith("200").contains(WHY, "Onterecht", "Bevestigen");
    assertThat(SEEN.get("vreemd 0")).isEqualTo(SEEN.get("niets")).startsWith("404");
    assertThat(SEEN.get("vreemd 1")).isEqualTo(SEEN.get("niets"));
    assertThat(SEEN.get("vreemd zegt")).startsWith("404");
    assertThat(SEEN.get("vreemd lijst 0")).doesNotContain("doorbreking</a>");
  }

  @Test
  void what_is_given_back_can_be_proposed_anew_and_what_is_confirmed_is_the_verdict() {
    assertThat(SEEN.get("terug")).isEqualTo("303 /toezicht/werk?gedaan=teruggegeven");
    assertThat(SEEN.get("weer te doen")).contains("Voorstellen");
    assertThat(SEEN.get("bevestigd")).isEqualTo("303 /toezicht/werk?gedaan=bevestigd");
    assertThat(SEEN.get("voorbij")).startsWith("404");
    assertThat(SEEN.get("na het oordeel")).contains("Een onterechte melding kan een datalek zijn");
  }

  @Test
  void a_request_is_read_by_the_privacy_officer_alone_and_takes_longer_once() {
    assertThat(SEEN.get("verzoek")).startsWith("200").contains(SECRET, "Meer tijd nemen");
    assertThat(SEEN.get("verzoek beoordelaar")).startsWith("404");
    assertThat(SEEN.get("kort")).startsWith("422").contains("zonder BSN");
    assertThat(SEEN.get("langer")).isEqualTo("303 /toezicht/werk?gedaan=verlengd");
    assertThat(SEEN.get("langer nog eens")).doesNotContain("Meer tijd nemen");
    assertThat(SEEN.get("moeder wacht")).contains("25 februari 2027");
  }

  @Test
  void a_refusal_is_nobodys_answer_until_a_second_person_confirms_it() {
    assertThat(SEEN.get("geweigerd")).isEqualTo("303 /toezicht/werk?gedaan=voorgesteld");
    assertThat(SEEN.get("moeder voor")).contains(NO);
    assertThat(SEEN.get("moeder voor")).as("the reason of the term").containsOnlyOnce(NO);
    assertThat(SEEN.get("voorstel beoordelaar")).startsWith("404");
    assertThat(SEEN.get("voorstel tweede")).contains(SECRET, NO, "Bevestigen");
    assertThat(SEEN.get("antwoord")).isEqualTo("303 /toezicht/werk?gedaan=bevestigd");
    assertThat(SEEN.getOrDefault("moeder na", "").split(NO, -1)).as("and the answer").hasSize(3);
  }

  @Test
  void a_task_about_safety_is_closed_by_two() {
    assertThat(SEEN.get("taak")).isEqualTo("303 /toezicht/werk?gedaan=voorgesteld");
    assertThat(SEEN.get("taak erna")).contains("Hier ligt een voorstel");
    assertThat(SEEN.get("taak tweede")).isEqualTo("303 /toezicht/werk?gedaan=bevestigd");
    assertThat(SEEN.get("taak weg")).startsWith("404");
  }

  @Test
  void every_step_is_a_row_that_says_no_name() {
    var steps =
        ROWS.stream()
            .filter(row -> row.path("soort").asText().equals("nacontrole"))
            .map(row -> row.path("stap").asText())
            .toList();
    assertThat(steps).contains("gelezen", "voorgesteld", "teruggegeven", "bevestigd");
    // An override, an answer and a task each name the proposal on which they rest.
    assertThat(
            ROWS.stream().filter(row -> row.has("voorstel")).map(row -> row.path("stap").asText()))
        .contains("voorgesteld", "teruggegeven", "bevestigd", "afgehandeld");
    var own = Set.of("nacontrole", "betrokkenenverzoek", "taak");
    assertThat(ROWS.stream().filter(row -> own.contains(row.path("soort").asText())).toList())
        .isNotEmpty()
        .noneMatch(row -> Pattern.compile("med-0\\d\\d").matcher(row.toString()).find())
        .noneMatch(row -> row.toString().contains(SECRET) || row.toString().contains(NO));
  }

  @Test
  void the_story_goes_as_it_is_told_and_the_logbook_is_whole() {
    assertThat(story.wrong()).isEmpty();
  }

  /// An officer in a browser without scripts. For one thread.
  private static final class AtWork implements AutoCloseable {
    private static final Pattern ITEM =
        Pattern.compile("<a href=\"(/toezicht/werk/[0-9a-f-]{36})\">([^<]*)</a>");

    final SimulatedBrowser browser;

    AtWork(DevGateway gateway, DevOfficer officer) {
      browser = officer.at(gateway);
    }

    String get(String path) {
      return told(browser.get(path));
    }

    String post(String path, Map<String, String> fields) {
      var all = new LinkedHashMap<>(fields);
      all.put("bewijs", browser.formToken("/toezicht"));
      return told(browser.post(path, all));
    }

    List<String> items(String name) {
      var page = get(LIST);
      var found =
          ITEM.matcher(page)
              .results()
              .filter(one -> one.group(2).equals(name))
              .map(one -> one.group(1))
              .toList();
      assertThat(found).as(page).isNotEmpty();
      return found;
    }

    private static String told(Answer answer) {
      return answer.status() == 303
          ? "303 " + path(answer)
          : answer.status() + answer.body().replaceAll("value=\"[^\"]{40,}\"", "");
    }

    private static String path(Answer answer) {
      return answer.headers().getOrDefault("location", "").replaceAll("^https://[^/]+", "");
    }

    @Override
    public void close() {
      browser.close();
    }
  }
}
