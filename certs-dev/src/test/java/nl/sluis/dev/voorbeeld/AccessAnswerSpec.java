package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevOfficer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An officer has the answer made to who asked what the organisation gave and got: what that person
/// may see and nothing more, in the language of that person (AVG 15).
final class AccessAnswerSpec {
  private static final String HOME = "/toezicht/inzage";
  private static final String GOT = "kreeg gegevens van";
  private static final Map<String, String> ASKED = new LinkedHashMap<>();
  private static final Map<String, Answer> SEEN = new LinkedHashMap<>();
  private static String paper = "";
  private static List<String> looks = List.of();
  private static TwinStory story;

  @BeforeAll
  static void two_parents_ask() throws IOException, SQLException {
    story = TwinStory.read("inzageverzoek.yaml", AccessAnswerSpec::at);
  }

  private static void at(String moment, Scene scene, DevGateway gateway) {
    switch (moment) {
      case "kijk en vraag" -> {
        for (var who : List.of("moeder", "vader")) {
          try (var parent = new Decider(gateway, scene.number("sami", who))) {
            parent.at("/mijn/inzien").follow("9 jaar").follow(GOT);
            parent.follow("Vraag waarom").press("Stel deze vraag");
          }
          ASKED.put(who, new Answering(scene).one("cjg", "waarom").path("id").asText());
        }
      }
      case "kijk en antwoord" -> answers(gateway);
      default -> throw new IllegalStateException(moment);
    }
  }

  private static void answers(DevGateway gateway) {
    var mother = ASKED.getOrDefault("moeder", "");
    var father = ASKED.getOrDefault("vader", "");
    try (var officer = new OfficerBrowser(gateway, DevOfficer.FG_CJG);
        var school = new OfficerBrowser(gateway, DevOfficer.FG_SCHOOL);
        var reviewer = new OfficerBrowser(gateway, DevOfficer.BEOORDELAAR)) {
      SEEN.put("lijst", officer.get(HOME));
      SEEN.put("beoordelaar", reviewer.get(HOME));
      SEEN.put("moeder", make(officer, mother, "nl", "bestand"));
      SEEN.put("moeder in het Pools", make(officer, mother, "pl", "bestand"));
      SEEN.put("vader", make(officer, father, "nl", "bestand"));
      SEEN.put("van een ander", make(school, mother, "nl", "bestand"));
      SEEN.put("van niemand", make(officer, "x", "nl", "bestand"));
      make(officer, mother, "en", "papier");
      paper = new String(officer.lastBytes(), StandardCharsets.ISO_8859_1);
    }
    looks =
        gateway.logbook().rows().stream()
            .flatMap(row -> row.detail().stream())
            .filter(row -> row.path("handeling").asText().equals("inzage-samengesteld"))
            .map(row -> row.path("verzoek").asText())
            .toList();
  }

  private static Answer make(OfficerBrowser officer, String request, String language, String form) {
    return officer.send(HOME, HOME, "verzoek", request, "taal", language, "vorm", form);
  }

  private static Answer seen(String name) {
    return Objects.requireNonNull(SEEN.get(name), name);
  }

  @Test
  void the_story_went_as_told_and_the_logbook_is_whole() {
    assertThat(story.wrong()).isEmpty();
  }

  @Test
  void who_asked_gets_what_the_organisation_gave_in_the_own_language() {
    assertThat(seen("lijst").body()).contains("Vraag waarom, gevraagd op");
    assertThat(seen("moeder").body()).contains("\"taal\" : \"nl\"").contains(GOT);
    assertThat(seen("moeder in het Pools").body())
        .contains("\"taal\" : \"pl\"")
        .doesNotContain(GOT);
    assertThat(paper).startsWith("%PDF-");
  }

  @Test
  void from_whom_something_is_hidden_gets_an_answer_without_it() {
    assertThat(seen("vader").body())
        .contains("\"regels\" : [")
        .doesNotContain(GOT)
        .contains("U zei ja");
  }

  @Test
  void what_was_asked_of_another_organisation_is_as_what_never_was() {
    assertThat(seen("van een ander").status()).isEqualTo(422);
    assertThat(seen("van niemand").status()).isEqualTo(422);
    assertThat(seen("beoordelaar").status()).isEqualTo(404);
  }

  @Test
  void every_answer_that_is_made_is_a_row_about_the_child() {
    var mother = ASKED.get("moeder");

    assertThat(looks).containsExactlyInAnyOrder(mother, mother, mother, ASKED.get("vader"));
  }
}
