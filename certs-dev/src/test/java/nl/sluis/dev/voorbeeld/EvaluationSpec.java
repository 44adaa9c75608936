package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevPostgres;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.partner.SimulatedBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Three months after help was allocated a family may say whether it fits; who referred hears what
/// somebody wanted to say, and nothing of who did not (X31).
final class EvaluationSpec {
  private static final Path STORY = Path.of("src/test/resources/achteraf/verhaal.yaml");
  private static final String HOME = "/mijn/evaluaties";
  private static final Pattern FORM = Pattern.compile("action=\"(" + HOME + "/[0-9a-f-]{36})\"");

  private static final Map<String, String> PAGES = new HashMap<>();
  private static final List<String> WRONG = new ArrayList<>();

  @BeforeAll
  static void the_story_is_told() throws Exception {
    var scenario =
        new ScenarioReader(DevConvenant.newest(), DevConvenant.all())
            .read("verhaal.yaml", 1, Files.readString(STORY));
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    try (var postgres = DevPostgres.shared();
        var gateway =
            DevGateway.start(
                DevSite.temporary(scenario.start()), postgres.fresh(), DevGateway.Ports.ANY)) {
      var verdict =
          new Runner(gateway, new Report(out))
              .play(scenario, (label, scene) -> look(label, scene, gateway));
      WRONG.addAll(verdict.differences());
      WRONG.addAll(gateway.checkLogbook());
    }
  }

  private static void look(String label, Scene scene, DevGateway gateway) {
    switch (label) {
      case "kijk te vroeg" -> PAGES.put(label, page(gateway, scene, "sami", "moeder", HOME));
      case "kijk gevraagd" -> answers(gateway, scene);
      case "kijk opgehaald" -> {
        PAGES.put("moeder daarna", page(gateway, scene, "sami", "moeder", HOME));
        PAGES.put("vader daarna", page(gateway, scene, "sami", "vader", HOME));
      }
      default -> {}
    }
  }

  private static void answers(DevGateway gateway, Scene scene) {
    PAGES.put("melding", page(gateway, scene, "sami", "moeder", "/mijn/meldingen"));
    try (var mother = loggedIn(gateway, scene, "sami", "moeder")) {
      var page = mother.get(HOME);
      PAGES.put("gevraagd", page.body());
      PAGES.put("zonder keuze", send(mother, page, Map.of("woord", "geven")).body());
      send(mother, page, Map.of("woord", "geven", "passend", "nee"));
      PAGES.put("gegeven", mother.get(HOME).body());
      send(mother, page, Map.of("woord", "terug"));
      PAGES.put("ingetrokken", mother.get(HOME).body());
      send(
          mother,
          page,
          Map.of("woord", "geven", "passend", "deels", "tevredenheid", "4", "gewenst", ""));
    }
    try (var mother = loggedIn(gateway, scene, "lena", "moeder")) {
      send(mother, mother.get(HOME), Map.of("woord", "niet"));
      PAGES.put("niet", mother.get(HOME).body());
    }
    PAGES.put("vader", page(gateway, scene, "sami", "vader", HOME));
    PAGES.put("vreemde", strange(gateway, scene));
  }

  /// The mother of another child says no to what only the mother of Sami was asked.
  private static String strange(DevGateway gateway, Scene scene) {
    var asked = FORM.matcher(read("gevraagd")).results().findFirst().orElseThrow().group(1);
    try (var mother = loggedIn(gateway, scene, "lena", "moeder")) {
      var form = Map.of("woord", "niet", "bewijs", mother.formToken(HOME));
      return "" + mother.post(asked, form).status();
    }
  }

  private static Answer send(SimulatedBrowser browser, Answer page, Map<String, String> said) {
    var form = new HashMap<>(said);
    form.put("bewijs", browser.formToken(HOME));
    var action = FORM.matcher(page.body()).results().findFirst().orElseThrow().group(1);
    return browser.post(action, form);
  }

  private static String page(
      DevGateway gateway, Scene scene, String child, String person, String path) {
    try (var browser = loggedIn(gateway, scene, child, person)) {
      return browser.get(path).body();
    }
  }

  private static SimulatedBrowser loggedIn(
      DevGateway gateway, Scene scene, String child, String person) {
    var number = scene.number(child, person);
    gateway.site().login().provider().people().add(person, number);
    var browser = SimulatedBrowser.at(gateway);
    browser.logIn(number);
    return browser;
  }

  private static String read(String page) {
    return PAGES.getOrDefault(page, "");
  }

  @Test
  void the_story_is_told_whole() {
    assertThat(WRONG).isEmpty();
  }

  @Test
  void nobody_is_asked_before_three_months_have_passed() {
    assertThat(read("kijk te vroeg")).contains("Er is nu niets te vragen.");
  }

  @Test
  void then_a_notice_says_that_it_may_be_said_and_the_page_asks_what_the_convenant_asks() {
    assertThat(read("melding")).contains("U mag zeggen of de hulp past. Dat hoeft niet.");
    assertThat(read("gevraagd"))
        .contains("CJG Kennemerland", "name=\"passend\"", "name=\"gewenst\"", "Ik antwoord niet")
        .doesNotContain(" checked");
  }

  @Test
  void who_answers_without_what_must_be_filled_in_reads_what() {
    assertThat(read("zonder keuze")).contains("Bij de vraag staat wat.");
  }

  @Test
  void an_answer_is_taken_back_with_one_click_until_it_was_fetched() {
    assertThat(read("gegeven")).contains("Mijn antwoord terugnemen").doesNotContain(">Nee<");
    assertThat(read("ingetrokken")).contains("U trok uw antwoord in", "Ik geef antwoord");
    assertThat(read("moeder daarna"))
        .contains("Uw antwoord is opgehaald")
        .doesNotContain("Mijn antwoord terugnemen");
  }

  @Test
  void who_does_not_want_to_reads_that_nothing_follows() {
    assertThat(read("niet")).contains("Daar volgt niets uit.");
  }

  @Test
  void the_other_parent_sees_the_own_question_and_nothing_of_what_was_said() {
    for (var page : List.of("vader", "vader daarna")) {
      assertThat(read(page))
          .contains("U hebt nog niets gezegd.")
          .doesNotContain("Mijn antwoord terugnemen", "opgehaald op");
    }
    assertThat(read("vreemde")).isEqualTo("404");
  }
}
