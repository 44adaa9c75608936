package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import nl.sluis.dev.partner.DevGateway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who got a letter finds after logging in where its code goes, and has a place from then on.
final class EnteringACodeSpec {
  private static final Map<String, String> SEEN = new LinkedHashMap<>();
  private static TwinStory story;
  private static int clicks;

  @BeforeAll
  static void a_mother_enters_the_code_of_her_letter() throws IOException, SQLException {
    story = TwinStory.read("code.yaml", EnteringACodeSpec::enters);
  }

  private static void enters(String moment, Scene scene, DevGateway gateway) {
    try (var mother = new Decider(gateway, scene.number("sami", "moeder"))) {
      mother.at("/mijn/inzien");
      SEEN.put("ervoor", mother.body());
      mother.at("/mijn").follow("Een code invullen");
      enter(mother, "AAAA-BBBB-2222");
      SEEN.put("onbekend", mother.status() + mother.body());
      enter(mother, " " + scene.letterOf("brief").toLowerCase(Locale.ROOT) + " ");
      clicks = mother.clicks();
      SEEN.put("gelukt", mother.body());
      mother.at("/mijn/inzien");
      SEEN.put("erna", mother.body());
      mother.at("/mijn/code");
      enter(mother, scene.letterOf("brief"));
      SEEN.put("gebruikt", mother.status() + mother.body());
      for (int i = 0; i < 4; i++) {
        enter(mother, "AAAA-BBBB-333" + (i + 2));
      }
      SEEN.put("te vaak", mother.status() + mother.body());
    }
  }

  private static void enter(Decider mother, String code) {
    var form = mother.form("Vul deze code in");
    var fields = new LinkedHashMap<>(form.fields());
    fields.put("code", code);
    mother.send(form.action(), fields);
  }

  private static String seen(String moment) {
    return SEEN.getOrDefault(moment, "");
  }

  @Test
  void the_story_is_told_whole_and_the_logbook_is_in_order() {
    assertThat(story.wrong()).isEmpty();
  }

  @Test
  void with_the_code_of_a_letter_the_child_is_there_and_without_it_is_not() {
    assertThat(seen("ervoor")).contains("brief met een code").doesNotContain("Uw kind");
    assertThat(seen("gelukt"))
        .contains("Het is gelukt", "href=\"/mijn/inzien\"")
        .as("for whoever looks along")
        .doesNotContain("9 jaar", "Duinpieper");
    assertThat(seen("erna")).contains("Uw kind van 9 jaar");
    assertThat(clicks).as("from her home page, one vain try among them").isEqualTo(3);
  }

  @Test
  void an_unknown_and_a_used_code_are_one_page_and_five_vain_tries_are_enough_for_a_day() {
    assertThat(seen("onbekend")).startsWith("422").contains("Deze code werkt niet");
    assertThat(seen("gebruikt")).isEqualTo(seen("onbekend"));
    assertThat(seen("te vaak")).startsWith("422").contains("vandaag te vaak");
  }
}
