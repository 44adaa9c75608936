package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A privacy officer opens a breach, weighs it, has it decided by somebody else, calls back what
/// went out and tells the family, in time or late for all to see (AVG 33 and 34).
final class BreachSpec {
  private static final String HOME = "/toezicht/datalek";
  private static final String WHY = "Het bericht ging naar de verkeerde school van het kind.";
  private static final Map<String, Answer> SEEN = new LinkedHashMap<>();
  private static final List<JsonNode> ROWS = new ArrayList<>();
  private static String one = "";
  private static TwinStory story;

  @BeforeAll
  static void a_breach_is_handled() throws IOException, SQLException {
    story = TwinStory.read("datalek.yaml", BreachSpec::at);
  }

  private static void at(String moment, Scene scene, DevGateway gateway) {
    switch (moment) {
      case "kijk en open" -> opens(scene, gateway);
      case "kijk en besluit" -> decides(gateway);
      case "kijk thuis" -> home(scene, gateway, "thuis");
      case "kijk daarna" -> {
        home(scene, gateway, "later");
        afterwards(gateway);
      }
      case "kijk te laat" -> {
        try (var officer = new OfficerBrowser(gateway, DevOfficer.FG_CJG)) {
          SEEN.put("te laat", officer.get(HOME));
        }
        gateway.logbook().rows().stream().flatMap(row -> row.detail().stream()).forEach(ROWS::add);
      }
      default -> throw new IllegalStateException(moment);
    }
  }

  private static Answer open(OfficerBrowser officer, Map<String, String> otherwise) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("soort", "datalek");
    fields.put("bekendDag", "23-11-2026");
    fields.put("bekendTijd", "11:00");
    fields.put("ander", "00000099000000201000");
    fields.put("kenmerk", "");
    fields.put("richting", "gegeven");
    fields.put("van", "20-11-2026");
    fields.put("tot", "23-11-2026");
    fields.put("toelichting", WHY);
    fields.putAll(otherwise);
    var sent = new ArrayList<String>();
    fields.forEach(
        (name, value) -> {
          sent.add(name);
          sent.add(value);
        });
    return officer.send(HOME, HOME, sent.toArray(String[]::new));
  }

  private static void opens(Scene scene, DevGateway gateway) {
    var sami = scene.reference("sami", "cjg", "cjg-coach").path("waarde").asText();
    try (var officer = new OfficerBrowser(gateway, DevOfficer.FG_CJG);
        var school = new OfficerBrowser(gateway, DevOfficer.FG_SCHOOL);
        var auditor = new OfficerBrowser(gateway, DevOfficer.AUDITOR)) {
      SEEN.put("leeg", officer.get(HOME));
      SEEN.put("zonder wie", open(officer, Map.of("ander", "")));
      SEEN.put("onbekende", open(officer, Map.of("kenmerk", "nooit-van-gehoord")));
      SEEN.put("nummer in woorden", open(officer, Map.of("toelichting", WHY + " 999990159")));
      SEEN.put("later", open(officer, Map.of("bekendTijd", "23:59")));
      SEEN.put("te lang", open(officer, Map.of("van", "1-1-2026")));
      SEEN.put("van de week ervoor", open(officer, Map.of("tot", "22-11-2026")));
      SEEN.put("school", open(school, Map.of("ander", "00000099000000101000")));
      SEEN.put("twee", open(officer, Map.of()));
      SEEN.put("een", open(officer, Map.of("kenmerk", sami)));
      one = OfficerBrowser.link(officer.get(HOME), HOME + "/");
      SEEN.put("van een ander", school.get(one));
      SEEN.put("nergens", school.get(HOME + "/5f0c7a3e-6d1b-4f0e-9a53-0a4c3a3d9f10"));
      SEEN.put("auditor", auditor.get(one));
    }
  }

  private static String[] answers(String... otherwise) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("vraag-aard", "verkeerde-ontvanger");
    fields.put("vraag-gegevens", "bijzonder");
    fields.put("vraag-herkenbaar", "direct");
    fields.put("vraag-gevolgen", "schaamte");
    fields.put("vraag-omvang", "een");
    fields.put("vraag-ontvanger", "bekend");
    fields.put("toelichting", WHY);
    for (int i = 0; i < otherwise.length; i += 2) {
      fields.put(otherwise[i], otherwise[i + 1]);
    }
    return fields.entrySet().stream()
        .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
        .toArray(String[]::new);
  }

  private static String proposal(Answer page) {
    var found = Pattern.compile("name=\"voorstel\" value=\"(\\d+)\"").matcher(page.body());
    return found.find() ? found.group(1) : "0";
  }

  private static void decides(DevGateway gateway) {
    try (var officer = new OfficerBrowser(gateway, DevOfficer.FG_CJG);
        var second = new OfficerBrowser(gateway, DevOfficer.BEOORDELAAR)) {
      String[] proposes = {"soort", "datalek", "uitkomst", "ap-en-gezin", "toelichting", WHY};
      SEEN.put("te vroeg", officer.send(one, one + "/voorstel", proposes));
      SEEN.put("half", officer.send(one, one + "/risico", answers("vraag-omvang", "")));
      SEEN.put("gewogen", officer.send(one, one + "/risico", answers()));
      SEEN.put("voorgesteld", officer.send(one, one + "/voorstel", proposes));
      var number = proposal(second.get(one));
      SEEN.put("zelf", officer.send(one, one + "/besluit", says(number, "ja")));
      SEEN.put("mag niet", second.send(one, one + "/voorstel", proposes));
      SEEN.put("niet eens", second.send(one, one + "/besluit", says(number, "nee")));
      officer.send(one, one + "/voorstel", proposes);
      var again = proposal(second.get(one));
      SEEN.put("oud voorstel", second.send(one, one + "/besluit", says(number, "ja")));
      SEEN.put("te vroeg dicht", officer.send(one, one + "/sluiten", "toelichting", WHY));
      SEEN.put("besloten", second.send(one, one + "/besluit", says(again, "ja")));
      SEEN.put("ap zomaar", officer.send(one, one + "/ap", "nummer", "gemeld door Jan"));
      SEEN.put("ap zonder cijfer", officer.send(one, one + "/ap", "nummer", "gemeld"));
      SEEN.put("ap met bsn", officer.send(one, one + "/ap", "nummer", "999990159"));
      SEEN.put("ap", officer.send(one, one + "/ap", "nummer", "ap-2026-0123"));
      SEEN.put("terug", officer.send(one, one + "/terughalen"));
      SEEN.put("terug nog eens", officer.send(one, one + "/terughalen"));
    }
  }

  private static String[] says(String proposal, String word) {
    return new String[] {"voorstel", proposal, "antwoord", word, "toelichting", WHY};
  }

  private static void home(Scene scene, DevGateway gateway, String when) {
    for (var who : List.of("moeder", "vader")) {
      try (var person = new Decider(gateway, scene.number("sami", who))) {
        SEEN.put(who + " " + when, person.at("/mijn/meldingen").page());
      }
    }
  }

  private static void afterwards(DevGateway gateway) {
    try (var officer = new OfficerBrowser(gateway, DevOfficer.FG_CJG)) {
      SEEN.put("bevestigd", officer.get(one));
      SEEN.put("dicht", officer.send(one, one + "/sluiten", "toelichting", WHY));
      SEEN.put("na sluiten", officer.send(one, one + "/risico", answers()));
    }
  }

  private static Answer seen(String name) {
    return Objects.requireNonNull(SEEN.get(name), name);
  }

  private static List<String> steps() {
    return ROWS.stream()
        .filter(row -> row.path("soort").asText().equals("zaak"))
        .map(row -> row.path("stap").asText())
        .toList();
  }

  @Test
  void the_story_went_as_told_and_the_logbook_is_whole() {
    assertThat(story.wrong()).isEmpty();
  }

  @Test
  void a_case_freezes_the_rows_that_were_asked_for_and_no_other() {
    assertThat(seen("een").body().split("\\(verstrekt\\)", -1)).as("of one child").hasSize(2);
    assertThat(seen("twee").body().split("\\(verstrekt\\)", -1)).as("of two").hasSize(3);
    assertThat(seen("een").body()).contains("aan Basisschool De Duinpieper");
  }

  @Test
  void what_cannot_be_a_case_is_said_and_nothing_is_written_down() {
    assertThat(seen("zonder wie").body()).contains("Kies een andere organisatie of een persoon");
    assertThat(seen("onbekende").body()).contains("Daar is geen regel van");
    assertThat(seen("van de week ervoor").body()).contains("Daar is geen regel van");
    assertThat(seen("nummer in woorden").body()).contains("zonder burgerservicenummer");
    assertThat(seen("later").body()).contains("Dat moment moet nog komen");
    assertThat(seen("te lang").body()).contains("hoogstens 92 dagen");
    assertThat(steps().stream().filter("geopend"::equals)).hasSize(2);
  }

  @Test
  void who_only_received_finds_nothing_that_it_gave() {
    assertThat(seen("school").body()).contains("Daar is geen regel van");
  }

  @Test
  void a_case_of_another_organisation_is_answered_as_one_that_never_was() {
    assertThat(seen("van een ander").status()).isEqualTo(404);
    assertThat(seen("van een ander").body()).isEqualTo(seen("nergens").body());
    assertThat(seen("auditor").status()).isEqualTo(404);
  }

  @Test
  void a_look_at_a_person_is_a_row_about_that_person_and_the_word_for_it_stands_nowhere() {
    var looks =
        ROWS.stream()
            .filter(row -> row.path("handeling").asText().equals("zaak-over-persoon"))
            .toList();

    assertThat(looks).hasSize(1);
    assertThat(ROWS.toString()).doesNotContain("kenmerk\":\"sami");
    assertThat(
            ROWS.stream().map(row -> row.path("handeling").asText()).filter("zaak-gezien"::equals))
        .isNotEmpty();
  }

  @Test
  void nothing_is_proposed_before_the_risk_was_weighed_with_every_question() {
    assertThat(seen("te vroeg").body()).contains("Weeg eerst het risico");
    assertThat(seen("half").body()).contains("Beantwoord elke vraag");
    assertThat(seen("gewogen").body())
        .contains("Uit de antwoorden volgt: Melden bij de Autoriteit")
        .contains("en het gezin laten weten");
  }

  @Test
  void who_proposes_does_not_decide_and_a_second_person_may_disagree() {
    assertThat(seen("zelf").body()).contains("U stelde dit zelf voor");
    assertThat(seen("mag niet").status()).isEqualTo(404);
    assertThat(seen("niet eens").body()).contains("was het er niet mee eens");
    assertThat(seen("oud voorstel").body()).contains("Dit kan nu niet meer");
    assertThat(seen("te vroeg dicht").body()).contains("Dit kan nu niet meer");
    assertThat(seen("besloten").body()).contains("Besloten door een tweede persoon");
  }

  @Test
  void the_clock_runs_from_when_it_was_known_and_stops_when_the_authority_was_told() {
    assertThat(seen("een").body())
        .contains("De klok loopt tot 26 november 2026 11:00")
        .contains("Nog 71 uur");
    assertThat(seen("ap").body()).contains("Op tijd: de klok stopte");
    assertThat(seen("te laat").body())
        .containsPattern("class=\"fout laat\">\\d+ dag(en)? te laat: dit moest voor");
  }

  @Test
  void the_number_of_the_authority_has_a_place_of_its_own_and_is_nothing_else() {
    for (var wrong : List.of("ap zomaar", "ap zonder cijfer", "ap met bsn")) {
      assertThat(seen(wrong).body()).as(wrong).contains("Schrijf het nummer over zoals");
    }
    assertThat(seen("ap").body())
        .contains("<dt>Nummer van de melding bij de Autoriteit Persoonsgegevens</dt>")
        .contains("<dd>AP-2026-0123</dd>");
    assertThat(
            ROWS.stream()
                .filter(row -> row.path("stap").asText().equals("ap-gemeld"))
                .map(row -> row.path("meldnummer").asText() + row.path("toelichting").asText()))
        .containsExactly("AP-2026-0123");
  }

  @Test
  void a_receiver_is_asked_once_to_undo_it_and_the_case_shows_what_it_did() {
    assertThat(seen("terug").body()).contains("Gevraagd dit terug te draaien; antwoord uiterlijk");
    assertThat(seen("terug nog eens").body()).contains("Dit kan nu niet meer");
    assertThat(seen("bevestigd").body()).contains("De ontvanger zegt dat hij het wiste");
  }

  @Test
  void a_family_is_told_and_from_whom_it_is_hidden_when_it_is_shown() {
    assertThat(seen("moeder thuis").body()).contains("Er ging iets mis met gegevens");
    assertThat(seen("vader thuis").body()).doesNotContain("Er ging iets mis");
    assertThat(seen("vader later").body()).contains("Er ging iets mis met gegevens");
    assertThat(seen("moeder later").body().split("Er ging iets mis", -1)).hasSize(2);
  }

  @Test
  void every_step_is_a_row_and_after_closing_there_is_none() {
    assertThat(seen("dicht").body()).contains("Gesloten op");
    assertThat(seen("na sluiten").body()).contains("Dit kan nu niet meer");
    assertThat(steps())
        .containsExactly(
            "geopend",
            "geopend",
            "risico",
            "voorstel",
            "terug",
            "voorstel",
            "besluit",
            "ap-gemeld",
            "teruggehaald",
            "gesloten");
  }
}
