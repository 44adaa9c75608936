package nl.sluis.dev.wandeling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.dev.rig.Browser;
import nl.sluis.dev.rig.DevWorker;
import nl.sluis.dev.rig.WorkVisit;
import nl.sluis.policies.terms.Oin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The walks of the desk of professionals, followed to the letter in a real browser: from a worry
/// to a message that was sent, an own key to sign with, and a whole record of the meldcode that
/// Veilig Thuis gets. Each asks no more than the manual says, and no more than it may.
///
/// The record is signed with the key of the walk before it; so they go in their order.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WorkplaceWalkSpec {
  private static final Path PAGE = Path.of("..", "docs", "werkplek-wandelingen.md");
  private static final Path PICTURES = PAGE.resolveSibling("schermen");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern PARCEL = Pattern.compile("/werk/postbus/" + ID.pattern());
  private static final Oin VEILIG_THUIS = new Oin("00000099000000302000");
  private static final Set<String> SEEN = new HashSet<>();

  private static AtTheDesk ground;
  private static Browser browser;

  private @TempDir Path downloads;

  @BeforeAll
  static void start() throws IOException {
    ground = AtTheDesk.told();
    var address = ground.desk().address();
    browser = Browser.open(address, address.getPort());
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    assertThat(ground.gateway().checkLogbook()).isEmpty();
    ground.close();
  }

  @Test
  @Order(1)
  void a_worry_is_sent_within_five_minutes_and_twelve_decisions_and_the_coach_reads_it()
      throws IOException {
    var walk = walk("Van zorg tot verstuurd");
    long before = ground.gateway().logbook().end();

    follow(walk, Hand.FINGER);

    assertThat(Bounds.of(walk).mostDecisions()).isEqualTo(12);
    assertThat(Bounds.of(walk).mostMinutes()).isEqualTo(5);
    assertThat(status(shownId())).contains("aangenomen");
    assertThat(ground.gateway().logbook().kinds(before)).containsOnlyOnce("aangenomen");
    assertThat(readByTheCoach()).contains("X02", "Sinds de zomer is hij stil");
  }

  @Test
  @Order(2)
  void a_worry_is_sent_with_a_keyboard_alone() throws IOException {
    follow(walk("Van zorg tot verstuurd"), Hand.KEYS);

    assertThat(status(shownId())).contains("aangenomen");
  }

  @Test
  @Order(3)
  void an_own_key_counts_when_two_others_stand_for_it() throws IOException {
    long before = ground.gateway().logbook().end();

    follow(walk("Eén keer vooraf: uw eigen sleutel om te tekenen"), Hand.FINGER);

    assertThat(ground.gateway().logbook().kinds(before)).containsOnlyOnce("sleutel");
  }

  @Test
  @Order(4)
  void a_record_of_the_meldcode_is_on_record_within_fifteen_minutes_and_veilig_thuis_has_it()
      throws IOException {
    var walk = walk("De meldcode, van het eerste signaal tot de melding");
    long before = ground.gateway().logbook().end();

    follow(walk, Hand.FINGER);

    var transaction = shownId();
    assertThat(Bounds.of(walk).mostMinutes()).isEqualTo(15);
    assertThat(status(transaction)).contains("aangenomen");
    assertThat(ground.gateway().logbook().kinds(before)).containsOnlyOnce("aangenomen");
    try (var school = school();
        var veiligThuis = ground.gateway().partner(VEILIG_THUIS, "Veilig Thuis Kennemerland")) {
      assertThat(school.get("/v1/nacontroles/" + transaction).status()).isEqualTo(200);
      assertThat(veiligThuis.get("/v1/postbus").body()).containsOnlyOnce("vt-melding");
    }
  }

  @Test
  @Order(5)
  void a_walk_with_a_button_that_is_not_there_fails() {
    var walk =
        one(
            "Klik op «Aanmelden».",
            "Kies «intern begeleider van De Duinpieper».",
            "Klik op «Inloggen».",
            "U ziet de bladzijde «Werkplek».",
            "Klik op «Verstuur alles».");

    assertThatThrownBy(() -> follow(walk, Hand.FINGER))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Verstuur alles");
  }

  @Test
  @Order(6)
  void a_walk_that_asks_more_than_it_says_or_than_it_may_fails() {
    var walk =
        one(
            "Klik op «Aanmelden».",
            "Kies «intern begeleider van De Duinpieper».",
            "Klik op «Inloggen».",
            "U ziet de bladzijde «Werkplek».",
            "Klik op «Meldcode».",
            "U ziet de bladzijde «De meldcode, stap voor stap».",
            "Klik op «Beginnen met stap 1».",
            "U ziet de bladzijde «Stap 1: signalen».");

    assertThatThrownBy(() -> follow(walk, Hand.FINGER))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("2 keuzes, en er staat 1")
        .hasMessageContaining("2 keuzes, en meer dan 1 mag niet")
        .hasMessageContaining("minuten, en meer dan 0 mag niet");
  }

  private static Walk one(String... sentences) {
    var promise =
        "Dat zijn 5 klikken. Na het aanmelden zijn dat 1 keuzes en 0,1 minuten."
            + " Meer dan 1 keuzes of 0 minuten mag het niet zijn.";
    var steps = "1. Open `https://localhost:8460`. " + String.join(" ", sentences);
    return Walk.all(List.of("## Wandeling 1: Een proef", promise, steps)).getFirst();
  }

  private void follow(Walk walk, Hand hand) {
    browser.another(true);
    var walker = new Walker(browser, hand, ground, PICTURES, downloads);
    var tally = new Tally();

    for (var deed : walk.deeds()) {
      if (deed instanceof Deed.Click(Deed.Words name, int place)) {
        tally.presses(walker.one(name, place));
      }
      walker.does(deed);
      tally.did(deed, browser.page());
      if (deed instanceof Deed.OnPage || deed instanceof Deed.Sees) {
        look();
      }
    }

    assertThat(Bounds.of(walk).brokenBy(tally.decisions(), tally.effort().seconds()))
        .as("%s: %s", walk.title(), tally.effort())
        .isEmpty();
    assertThat(walk.deeds()).filteredOn(Deed::isClick).as("clicks").hasSize(walk.clicks());
    assertThat(browser.complaints()).isEmpty();
  }

  /// Every page of the desk once, as it is on a phone and as it is on a desk.
  private static void look() {
    var page = browser.page();
    var here = ID.matcher(page.url()).replaceAll("{id}") + " " + page.innerText("h1");
    if (here.startsWith(browser.home().resolve("/").toString()) && SEEN.add(here)) {
      for (int width : List.of(Browser.DESK, Browser.PHONE)) {
        browser.wide(width);
        assertThat(browser.violations()).as("%s, %d wide", here, width).isEmpty();
        assertThat(browser.tooWide()).as("%s, %d wide", here, width).isFalse();
      }
    }
  }

  /// Under which number the page at the end says that Sluis knows what was sent.
  private static String shownId() {
    var found = ID.matcher(browser.page().innerText("main"));
    assertThat(found.find()).as("a number of Sluis").isTrue();
    return found.group();
  }

  private static String status(String transaction) {
    try (var school = school()) {
      return school.get("/v1/berichten/" + transaction).body();
    }
  }

  private static SimulatedPartner school() {
    var worker = DevWorker.INTERN_BEGELEIDER;
    return ground.gateway().partner(worker.at().oin(), worker.organisation());
  }

  /// The coach opens what waits at the own desk, which acknowledges it as well.
  private static String readByTheCoach() {
    try (var coach = ground.desk().visit(DevWorker.CJG_COACH)) {
      var parcel = PARCEL.matcher(coach.open("/werk/postbus").body());
      assertThat(parcel.find()).as("a parcel waits").isTrue();
      var read = coach.arrive(coach.post(parcel.group() + "/lezen", Map.of()));
      coach.post(parcel.group() + "/bevestigen", Map.of());
      return WorkVisit.text(read);
    }
  }

  private static Walk walk(String title) throws IOException {
    return walks().stream().filter(one -> one.title().equals(title)).findFirst().orElseThrow();
  }

  /// The walks of the desk.
  static List<Walk> walks() throws IOException {
    return Walk.all(Files.readAllLines(PAGE));
  }
}
