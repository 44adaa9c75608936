package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.dev.rig.Browser;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.DevWorkplace;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.policies.terms.Age;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// From a worry to an answer of Sluis at the desk, beside a real gateway: in a browser with
/// scripts, in one without, and by who presses twice.
final class ComposingSpec {
  private static final String START = "/werk/opstellen";
  private static final String RAAD = "zuid-kennemerland.X01.cjg-coach";
  private static final String ZORG = "zuid-kennemerland.X02.cjg-coach";

  private static final Pattern CONCEPT = Pattern.compile(START + "/[0-9a-f-]{36}");
  private static final Pattern EXCHANGE = Pattern.compile("/werk/verstuurd/([0-9a-f-]{36})");

  private static TestGateway test;
  private static DevWorkplace desk;

  @BeforeAll
  static void start() {
    test = TestGateway.start();
    desk =
        DevWorkplace.start(
            test.gateway(), List.of(DevWorker.INTERN_BEGELEIDER, DevWorker.CJG_COACH));
  }

  @AfterAll
  static void stop() throws IOException {
    desk.close();
    test.close();
  }

  @Test
  void while_somebody_types_what_is_missing_becomes_less_and_nothing_is_wrong_with_the_page() {
    try (var browser = Browser.open(desk.address(), desk.address().getPort())) {
      var page = browser.page();
      browser.logIn("/werk/aanmelden", desk.placeOf(DevWorker.INTERN_BEGELEIDER), "/werk");
      browser.go(START);
      assertThat(browser.violations()).isEmpty();
      assertThat(browser.tooWide()).isFalse();
      page.locator("form:has(input[value='" + ZORG + "']) button").click();
      assertThat(browser.violations()).isEmpty();
      assertThat(browser.tooWide()).isFalse();
      var missing = page.locator("#ontbreekt-kop");
      PlaywrightAssertions.assertThat(missing).hasText("Er ontbreken nog 5 dingen");

      page.getByLabel("Nummer of koppelcode").fill("leerling-4711");
      PlaywrightAssertions.assertThat(missing).hasText("Er ontbreken nog 4 dingen");
      page.getByLabel("Zorg", exactly()).fill("Sinds de zomer stil en moe in de klas.");
      PlaywrightAssertions.assertThat(missing).hasText("Er ontbreken nog 3 dingen");
      page.getByLabel("Iedereen die ja moet zeggen, zei ja").check();
      PlaywrightAssertions.assertThat(missing).hasText("Er ontbreken nog 2 dingen");
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.violations()).isEmpty();
      browser.picture("opstellen");
    }
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  @Test
  void raad_without_a_name_goes_and_is_proved_and_pressing_twice_sends_it_once()
      throws IOException {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      var concept = begin(visit, RAAD);
      var preview =
          visit.arrive(
              visit.post(
                  concept,
                  Map.of(
                      "K00.vraag", "Hoe help ik een kind dat niet wil praten?", "verder", "ja")));
      assertThat(preview.body())
          .contains("Hoe help ik een kind dat niet wil praten?", "Sluis kijkt dit na");
      var form = WorkVisit.form(preview, "/voorbeeld");

      var answer = visit.arrive(visit.send(form, Map.of()));
      var again = visit.arrive(visit.send(form, Map.of()));

      assertThat(WorkVisit.text(answer))
          .contains("Het is verstuurd", "X01", "van het logboek, nagerekend op deze werkplek");
      assertThat(transaction(again.body())).isEqualTo(transaction(answer.body())).isPresent();
      assertThat(visit.open(concept).body()).doesNotContain("niet wil praten");
      assertThat(visit.get(concept + "/bewijs").body()).contains("c2sp.org/tlog-proof@v1");
    }
  }

  @Test
  void what_sluis_holds_stays_here_with_its_reason_and_what_to_do() throws IOException {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      var concept = begin(visit, ZORG);
      var preview = visit.arrive(visit.post(concept, worry()));
      assertThat(WorkVisit.text(preview))
          .contains("Gaat verzegeld", "De school vertelde het CJG over een zorg");

      var answer = visit.arrive(visit.send(WorkVisit.form(preview, "/voorbeeld"), Map.of()));

      assertThat(answer.body()).contains("gezag-onbekend", "Zoek het gezag op");
      assertThat(visit.open(concept).body()).contains("Sinds de zomer stil.");
      assertThat(WorkVisit.text(visit.open(START))).contains("Waar u mee bezig bent");
      visit.post(concept + "/weg", Map.of());
      assertThat(visit.open(concept).status()).isEqualTo(404);
    }
  }

  @Test
  void what_was_looked_at_is_what_goes_and_a_form_of_another_road_is_not_read() {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      var concept = begin(visit, ZORG);
      var preview = visit.arrive(visit.post(concept, worry()));
      var form = WorkVisit.form(preview, "/voorbeeld");
      var changed = new HashMap<>(worry());
      changed.put("kenmerk", "leerling-4712");
      changed.put("K11.gegevens.0.gegeven", "Iets medisch");
      changed.put("naarRol", "veilig-thuis");
      visit.arrive(visit.post(concept, changed));

      var refused = visit.send(form, Map.of());

      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.body()).contains("leerling-4712").doesNotContain("Iets medisch");
    }
  }

  @Test
  void nobody_else_opens_what_was_not_sent_and_no_road_that_is_not_open_begins() {
    try (var visit = desk.visit(DevWorker.INTERN_BEGELEIDER);
        var other = desk.visit(DevWorker.INTERN_BEGELEIDER)) {
      var concept = begin(visit, ZORG);

      assertThat(other.open(concept).status()).isEqualTo(404);
      assertThat(other.open(START).body()).doesNotContain(concept);
      for (var road :
          List.of("zuid-kennemerland.X03.school-ib", "zuid-kennemerland.X20.veilig-thuis", "x")) {
        assertThat(visit.post(START, Map.of("weg", road)).status()).as(road).isEqualTo(400);
      }
    }
  }

  private static String begin(WorkVisit visit, String road) {
    var form = visit.arrive(visit.post(START, Map.of("weg", road)));
    var concept = CONCEPT.matcher(form.body());
    assertThat(concept.find()).as(WorkVisit.text(form)).isTrue();
    return concept.group();
  }

  private static Map<String, String> worry() {
    return Map.ofEntries(
        Map.entry("soort", "eigen-kenmerk"),
        Map.entry("kenmerk", "leerling-4711"),
        Map.entry("K01.voornamen", "Jip"),
        Map.entry("K01.achternaam", "van Zand"),
        Map.entry("K01.geboortedatum", "1-3-2017"),
        Map.entry("K09.zorg", "Sinds de zomer stil."),
        Map.entry("voorwaarde.besproken-met-ouders.datum", day()),
        Map.entry("voorwaarde.besproken-met-ouders.door", "intern begeleider"),
        Map.entry("voorwaarde.besproken-met-ouders.uitkomst", "akkoord"),
        Map.entry("toestemming", "iedereen"),
        Map.entry("verder", "ja"));
  }

  private static String day() {
    return test.gateway().clock().instant().atZone(Age.CALENDAR).toLocalDate().toString();
  }

  private static Optional<String> transaction(String body) {
    var found = EXCHANGE.matcher(body);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
