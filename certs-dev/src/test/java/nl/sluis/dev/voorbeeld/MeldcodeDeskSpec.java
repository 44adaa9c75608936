package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// An intern begeleider at the desk, with nothing but the own keys of the school, and a real
/// gateway of which the line to its database can be cut.
class MeldcodeDeskSpec {
  /// Words that may be read by nobody but Veilig Thuis.
  private static final String SECRET = "vlinderstruik";

  private static MeldcodeGround ground;
  private static DeskInHand desk;

  @BeforeAll
  static void start() throws Exception {
    ground = new MeldcodeGround();
    desk = ground.desk();
  }

  @AfterAll
  static void stop() throws IOException {
    ground.close();
  }

  @Test
  void the_five_steps_lead_to_a_report_that_another_signs_and_that_leaves_nothing_here()
      throws IOException {
    fillIn();

    var early =
        desk.post("/werk/meldcode/versturen", Map.of("ontvanger", MeldcodeGround.VT.value()));
    var proposal = found(early.text(), "<code>([A-Za-z0-9_-]{43})</code>");
    ground.signedBySecondPerson(proposal);
    var sent =
        desk.post("/werk/meldcode/versturen", Map.of("ontvanger", MeldcodeGround.VT.value()));

    assertThat(early.text()).contains("De melding is nog niet weg");
    assertThat(sent.text()).contains("De melding is verstuurd", "Bewezen: rij", "kijkt een ander");
    var transaction = found(sent.text(), "kent Sluis de melding: ([0-9a-f-]{36})");
    var status = ground.school().get("/v1/berichten/" + transaction);
    assertThat(status.body()).contains("aangenomen");
    assertThat(ground.school().get("/v1/nacontroles/" + transaction).status()).isEqualTo(200);
    assertThat(desk.get("/werk/meldcode/nakijken").path()).isEqualTo("/werk/meldcode");
    assertThat(ground.everythingKept())
        .doesNotContain(SECRET, ground.child(), MeldcodeGround.LOOKS_ALONG);
  }

  @Test
  void whoever_is_not_ready_hears_everything_that_is_missing_and_nothing_goes() {
    desk.post("/werk/meldcode/weg", Map.of());
    desk.post("/werk/meldcode/stap/5", Map.of("stap5.melden", "ja", "stap5.hulp", "ja"));

    var page =
        desk.post("/werk/meldcode/versturen", Map.of("ontvanger", MeldcodeGround.VT.value()));

    assertThat(page.faulty()).isTrue();
    assertThat(page.text())
        .contains("Stap 1: signalen")
        .contains("ten minste één signaal ontbreekt")
        .contains("Stap 4: wegen");
    desk.post("/werk/meldcode/weg", Map.of());
  }

  @Test
  void who_does_not_report_weighs_to_the_end_and_comes_to_help_or_to_nothing_more() {
    desk.post("/werk/meldcode/weg", Map.of());
    var no =
        Map.of("stap5.melden", "nee", "stap5.hulp", "ja", "stap5.motivering", "Het gaat goed.");

    var early = desk.post("/werk/meldcode/stap/5", no);
    step("4", MeldcodeRecord.weighed("ja", "nee", "ja", "ja", "ja"));
    var help = desk.post("/werk/meldcode/stap/5", no);
    step("4", MeldcodeRecord.weighed("ja", "ja", "", "", ""));
    var against = desk.post("/werk/meldcode/stap/5", no);
    step("4", MeldcodeRecord.weighed("nee", "", "", "", ""));
    var nothing =
        desk.post("/werk/meldcode/stap/5", Map.of("stap5.melden", "nee", "stap5.hulp", "nee"));

    assertThat(early.faulty()).as("weighed first").isTrue();
    assertThat(help.path()).isEqualTo("/werk/meldcode/hulp");
    assertThat(against.faulty()).as("says why when the kader says otherwise").isTrue();
    assertThat(nothing.path()).isEqualTo("/werk/meldcode/niets");
    desk.post("/werk/meldcode/weg", Map.of());
  }

  @Test
  void what_is_asked_only_of_who_did_not_speak_or_does_not_tell_yet_is_folded_until_it_is_so() {
    desk.post("/werk/meldcode/weg", Map.of());
    var folded = "<details><summary>%s</summary>";
    var open = "<details open><summary>%s</summary>";
    var why = "Waarom niet, als het er niet was";
    var later = "Als het gezin later wordt geïnformeerd";

    step("3", Map.of("stap3.hoe", "gesprek"));
    step("gezin", Map.of("gezin.hoe", "geinformeerd"));
    var spoken = html("3");
    var told = html("gezin");
    step("3", Map.of("stap3.hoe", "niet"));
    var notTold = html("gezin");
    step("gezin", Map.of("gezin.hoe", "uitstel"));

    assertThat(spoken).contains(folded.formatted(why));
    assertThat(told).contains(folded.formatted(later));
    assertThat(html("3")).contains(open.formatted(why));
    assertThat(notTold).as("of another step").contains(folded.formatted(later));
    assertThat(html("gezin")).contains(open.formatted(later));
    desk.post("/werk/meldcode/weg", Map.of());
  }

  private static String html(String step) {
    return desk.get("/werk/meldcode/stap/" + step).text().replaceAll(">\\s+<", "><");
  }

  @Test
  void an_acute_report_goes_while_the_database_is_gone_and_is_confirmed_once_later() {
    long before = ground.acute();
    var earlier = ground.transactions();
    ground.cable().cut();
    var at = desk.post("/werk/acuut", danger()).path();
    var cut = desk.post(at, Map.of());

    ground.cable().mend();
    var logged = untilLogged(at);
    var transaction = ground.transactionBeside(earlier);
    var confirmed = JsonNodeFactory.instance.objectNode().put("functie", "medewerker crisisdienst");
    confirmed.putObject("namens").put("oin", MeldcodeGround.VT.value()).put("rol", "veilig-thuis");
    ground.veiligThuis().freshToken();
    var read =
        ground
            .veiligThuis()
            .postJson(
                "/v1/acute-meldingen/" + transaction + "/bevestigingen", confirmed.toString());
    var end = desk.post(at, Map.of());

    assertThat(cut.text()).contains("Onbevestigd").contains("tel:112").contains("tel:08002000");
    assertThat(cut.text()).as("kept, for it is not logged").contains(SECRET);
    assertThat(logged.text()).as("gone, for it is logged").doesNotContain(SECRET);
    assertThat(read.status()).isEqualTo(204);
    assertThat(end.text()).contains("Een mens bij Veilig Thuis heeft de melding gelezen");
    assertThat(ground.acute() - before).isEqualTo(1);
  }

  @Test
  void when_sluis_does_not_answer_the_page_says_to_phone_and_the_same_report_goes_later()
      throws IOException {
    long before = ground.acute();
    ground.sitsAtDeadLine();
    var silent = desk.post("/werk/acuut", danger());
    var again = desk.post(silent.path(), Map.of());

    ground.sitsAtLine();
    var arrived = desk.post(silent.path(), Map.of());
    var more = desk.post(silent.path(), Map.of());

    for (var page : new DeskInHand.Page[] {silent, again}) {
      assertThat(page.text())
          .contains("Nog niet aangekomen: bel nu")
          .contains("tel:112")
          .contains("tel:08002000")
          .contains(SECRET);
    }
    assertThat(arrived.text()).contains("Onbevestigd").doesNotContain(SECRET);
    assertThat(more.text()).contains("Onbevestigd");
    assertThat(ground.acute() - before).isEqualTo(1);
  }

  private static Map<String, String> danger() {
    return Map.of(
        "kind", "Jongen uit groep 4.",
        "waar", "Bij de voordeur.",
        "feit", "Het kind durft niet naar huis, zegt " + SECRET + ".",
        "gevaar", "Vader is onderweg.",
        "gebeld", "ja");
  }

  private static void fillIn() {
    desk.post("/werk/meldcode/weg", Map.of());
    MeldcodeRecord.whole(
            "Blauwe plekken bij de " + SECRET + ".",
            MeldcodeGround.LOOKS_ALONG,
            new MeldcodeRecord.Child(ground.child(), "Sami", "2017-10-14"))
        .forEach(MeldcodeDeskSpec::step);
  }

  private static void step(String step, Map<String, String> fields) {
    desk.post("/werk/meldcode/stap/" + step, fields);
  }

  /// The same again until the words of the report are nowhere here any more, for as long as a
  /// gateway may need to find its database back.
  private static DeskInHand.Page untilLogged(String path) {
    var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    var page = desk.post(path, Map.of());
    while (page.text().contains(SECRET) && System.nanoTime() < deadline) {
      page = desk.post(path, Map.of());
    }
    return page;
  }

  private static String found(String text, String pattern) {
    var matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as("`%s` in %s", pattern, text).isTrue();
    return matcher.group(1);
  }
}
