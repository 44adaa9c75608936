package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who was asked to help sees what who asked may see, of what was chosen, and can do nothing; and
/// nobody else can tell that there is a helper (AVG 12 and 15, Awb 2:1).
final class HelperSpec {
  private static final Pattern LINK = Pattern.compile("<a href=\"(/mijn[^\"]*)\"");
  private static final Pattern LINE = Pattern.compile("<a href=\"[^\"]*/regel/[^\"]*\">(.*?)</a>");
  private static final Pattern OWN =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\\b[0-9a-f]{32}\\b"
              + "|name=\"bewijs\" value=\"[^\"]*\"");
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "content-length", "set-cookie");

  private static final Map<String, Map<String, String>> SEEN = new LinkedHashMap<>();
  private static final Map<String, String> TRIED = new LinkedHashMap<>();
  private static TwinStory story;

  @BeforeAll
  static void two_fathers_let_somebody_read_along() throws IOException, SQLException {
    story = TwinStory.read("helper.yaml", HelperSpec::look);
  }

  private static void look(String moment, Scene scene, DevGateway gateway) {
    switch (moment) {
      case "kijk ervoor" -> SEEN.put("moeder ervoor", reads(gateway, scene, "moeder", "/mijn"));
      case "kijk mee" -> {
        SEEN.put("moeder erna", reads(gateway, scene, "moeder", "/mijn"));
        SEEN.put("helper", reads(gateway, scene, "tante", "/mijn/helpen"));
        SEEN.put("helper van zijn tweeling", ofLena(gateway, scene, "/mijn/helpen"));
        SEEN.put("vader", reads(gateway, scene, "vader", "/mijn/inzien"));
        SEEN.put("vader zelf", reads(gateway, scene, "vader", "/mijn/meekijkers"));
        tries(gateway, scene);
      }
      case "kijk afgeschermd" -> {
        // The father of Sami turns out to be the father of Noor too, where he is shielded.
        var code = JsonNodeFactory.instance.objectNode().put("code", scene.letterOf("brief noor"));
        scene.person("sami", "vader").post("/mijn/v1/koppelingen", code.toString());
        SEEN.put("vader afgeschermd", reads(gateway, scene, "vader", "/mijn/inzien"));
        SEEN.put("helper afgeschermd", reads(gateway, scene, "tante", "/mijn/helpen"));
      }
      default -> SEEN.put("helper na het loket", ofLena(gateway, scene, "/mijn/helpen"));
    }
  }

  private static Map<String, String> reads(
      DevGateway gateway, Scene scene, String person, String start) {
    return reads(gateway, scene.number("sami", person), start);
  }

  private static Map<String, String> ofLena(DevGateway gateway, Scene scene, String start) {
    return reads(gateway, scene.number("lena", "tante"), start);
  }

  /// Every page to which a link leads, below the first.
  private static Map<String, String> reads(DevGateway gateway, String number, String start) {
    var seen = new LinkedHashMap<String, String>();
    try (var browser = SimulatedBrowser.at(gateway)) {
      assertThat(browser.logIn(number).status()).isEqualTo(303);
      var next = new ArrayDeque<>(List.of(start));
      while (!next.isEmpty() && seen.size() < 200) {
        var path = next.removeFirst();
        if (path.startsWith(start)
            && !path.contains("/bewijs/")
            && !path.contains("/overzichten/")) {
          if (!seen.containsKey(path)) {
            var answer = browser.get(path);
            seen.put(path, text(answer));
            LINK.matcher(answer.body()).results().forEach(link -> next.add(link.group(1)));
          }
        }
      }
    }
    return seen;
  }

  /// What a helper tries beside what is lent.
  private static void tries(DevGateway gateway, Scene scene) {
    try (var helper = SimulatedBrowser.at(gateway)) {
      helper.logIn(scene.number("sami", "tante"));
      var token = helper.formToken("/mijn/helpen");
      var question =
          seen("helper").keySet().stream()
              .filter(path -> path.matches(".*/vragen/[0-9a-f-]{36}"))
              .findFirst()
              .orElseThrow();
      var id = question.substring(question.lastIndexOf('/') + 1);
      var yes = Map.of("bewijs", token, "antwoord", "ja");
      TRIED.put("bevestigen", status(helper.post("/mijn/vragen/" + id + "/bevestigen", yes)));
      TRIED.put("antwoord", status(helper.post("/mijn/vragen/" + id + "/antwoord", yes)));
      TRIED.put("geleend antwoord", status(helper.post(question + "/antwoord", yes)));
      TRIED.put("eigen vraag", status(helper.get("/mijn/vragen/" + id)));
      TRIED.put("overzichten", helper.get("/mijn/overzichten").body());
      TRIED.put("inzien", helper.get("/mijn/inzien").body());
      TRIED.put("meldingen", helper.get("/mijn/meldingen").body());
      var of = scene.registered("hulp lena").id();
      TRIED.put("van een ander", status(helper.get("/mijn/helpen/" + of + "/regels")));
    }
  }

  private static String status(Answer answer) {
    return String.valueOf(answer.status());
  }

  private static String text(Answer answer) {
    var headers = new TreeMap<>(answer.headers());
    headers.keySet().removeAll(OF_THE_MOMENT);
    return answer.status() + " " + headers + "\n" + OWN.matcher(answer.body()).replaceAll("eigen");
  }

  private static Map<String, String> seen(String who) {
    return SEEN.getOrDefault(who, Map.of());
  }

  private static String all(String who) {
    return String.join("\n", seen(who).values());
  }

  private static Set<String> lines(String who) {
    var lines = new LinkedHashSet<String>();
    LINE.matcher(all(who)).results().forEach(line -> lines.add(line.group(1)));
    return lines;
  }

  @Test
  void the_story_is_told_whole_and_the_logbook_is_in_order() {
    assertThat(story.wrong()).isEmpty();
  }

  @Test
  void a_helper_reads_the_lines_and_the_questions_of_who_asked_and_no_other() {
    assertThat(all("helper")).contains("Socius", "GGD Kennemerland", "Nee mag");
    assertThat(lines("helper")).isNotEmpty().isEqualTo(lines("vader"));
  }

  @Test
  void what_is_hidden_from_who_asked_is_hidden_from_the_helper_byte_for_byte() {
    assertThat(all("moeder ervoor")).contains("CJG IJmond");
    assertThat(all("helper")).doesNotContain("CJG IJmond");
    assertThat(List.copyOf(seen("helper").values()))
        .isEqualTo(List.copyOf(seen("helper van zijn tweeling").values()));
  }

  @Test
  void a_helper_says_nothing_asks_nothing_and_takes_nothing_along() {
    assertThat(TRIED)
        .containsEntry("bevestigen", "404")
        .containsEntry("antwoord", "404")
        .containsEntry("geleend antwoord", "404")
        .containsEntry("eigen vraag", "404")
        .containsEntry("van een ander", "404");
    assertThat(TRIED.get("inzien") + TRIED.get("overzichten") + TRIED.get("meldingen"))
        .doesNotContain("9 jaar", "Socius");
    var lent = new LinkedHashMap<>(seen("helper"));
    lent.remove("/mijn/helpen");
    assertThat(String.join("\n", lent.values()))
        .doesNotContain(
            "/mijn/verzoeken/over", "name=\"antwoord\"", "/bestand", "/mijn/overzichten/");
  }

  @Test
  void who_asked_sees_that_the_helper_looked_and_nobody_else_sees_that_there_is_one() {
    assertThat(all("vader zelf"))
        .contains("Een advocaat", "Uw helper keek op deze dagen", "24 november 2026");
    assertThat(seen("moeder erna")).isNotEmpty().isEqualTo(seen("moeder ervoor"));
  }

  @Test
  void a_helper_is_not_told_who_asked() {
    assertThat(all("helper")).contains("Iemand met een kind van 9 jaar").doesNotContain("vader");
  }

  @Test
  void who_is_shielded_at_another_child_lends_covered_eyes() {
    assertThat(all("vader afgeschermd"))
        .doesNotContain("Socius")
        .containsIgnoringCase("een hulpverlener");
    assertThat(all("helper afgeschermd"))
        .doesNotContain("Socius")
        .containsIgnoringCase("een hulpverlener");
  }

  @Test
  void who_is_served_at_the_desk_only_has_nothing_to_lend() {
    assertThat(seen("helper na het loket")).hasSize(1);
    assertThat(all("helper na het loket")).contains("U helpt nu niemand");
  }
}
