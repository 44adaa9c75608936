package nl.sluis.dev.voorbeeld;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.dev.partner.PassingFolder;
import nl.sluis.dev.rig.Browser;
import nl.sluis.gateway.boot.logboek.LogbookCommand;
import nl.sluis.gateway.logbook.KeyHistory;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.WitnessKey;
import nl.sluis.gateway.maandoverzicht.StatementCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page on which anybody checks the statement of a month, in a real browser, and the check on
/// the command line beside it: two programs that share no line and say the same.
final class CheckingStatementSpec {
  private static final String PAGE = "/logboek/overzicht-nakijken";
  private static final String WRONG = "Niet in orde: geloof dit overzicht niet, en bewaar het.";

  private static MonthStory story;
  private static Browser browser;
  private static StatementJudge judge;
  private static String key;

  @BeforeAll
  static void play() throws IOException {
    story = MonthStory.played();
    browser = Browser.open(story.gateway());
    judge = new StatementJudge(browser);
    key = story.gateway().logbookKey();
  }

  @AfterAll
  static void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
    if (story != null) {
      story.close();
    }
  }

  @BeforeEach
  void open_the_page() {
    browser.go(PAGE);
  }

  private static byte[] mothers() {
    return story.file(MonthStory.OVER, "sami moeder");
  }

  @Test
  void a_statement_of_a_real_month_is_right_and_says_its_lines() {
    var said = judge.of(mothers(), key);

    assertThat(said.findings()).isEmpty();
    assertThat(said.verdict())
        .startsWith(
            "In orde: dit overzicht van 2026-11 is van sluis.example/kennemerland. Het heeft ")
        .endsWith(" regels, en elke regel lag vast.");
    assertThat(said.lines()).anyMatch(line -> line.contains("CJG IJmond"));
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void without_a_key_it_says_that_the_file_holds_in_itself_and_no_more() {
    assertThat(judge.of(mothers(), "").verdict())
        .startsWith("Klopt in zichzelf: ")
        .endsWith("als u deze sleutel vergelijkt: " + key);
  }

  @Test
  void whatever_value_was_changed_both_checks_notice_and_say_the_same() throws IOException {
    var check = new StatementCheck(KeyHistory.of(LogKey.parse(key)), List.of());
    var spoilt = SpoiltStatement.of(mothers());

    assertThat(spoilt.keySet()).hasSizeGreaterThan(50);
    for (var one : spoilt.entrySet()) {
      var faults = check.check(one.getValue()).faults();
      var said = judge.of(one.getValue(), key);
      assertThat(faults).as(one.getKey()).isNotEmpty();
      assertThat(said.verdict()).as(one.getKey()).isEqualTo(WRONG);
      assertThat(said.findings()).as(one.getKey()).isEqualTo(faults);
    }
  }

  @Test
  void which_part_is_wrong_is_said() throws IOException {
    var check = new StatementCheck(KeyHistory.of(LogKey.parse(key)), List.of());
    var spoilt = SpoiltStatement.of(mothers());

    assertThat(faults(check, there(spoilt, "/verklaring/regels/0/velden/doel/waarde")))
        .contains("Regel 1 past niet bij wat is vastgelegd.");
    assertThat(faults(check, there(spoilt, "/verklaring/regels/0/plaats")))
        .contains("Regel 1 past niet bij wat is vastgelegd.");
    assertThat(faults(check, there(spoilt, "/verklaring/regels/0/velden/rij/afdruk")))
        .contains("Regel 1 past niet bij wat is vastgelegd.");
    assertThat(faults(check, there(spoilt, "/verklaring/boom/wortel")))
        .contains(
            "De wortel van uw boom staat niet in die rij.",
            "Regel 1 past niet bij wat is vastgelegd.");
    assertThat(faults(check, there(spoilt, "/verklaring/rij/verhulling")))
        .contains("Wat er in de rij van het logboek staat, past niet bij het bewijs.");
    assertThat(faults(check, there(spoilt, "/verklaring/rij/bewijs")))
        .contains("Het bewijs dat de rij in het logboek stond, klopt niet.");
    assertThat(faults(check, otherMoment()))
        .contains("De rij van het logboek gaat over een andere maand.");
    assertThat(faults(check, there(spoilt, "/verklaring/regels/0/woorden/zin")))
        .containsExactly(
            "De handtekening past niet bij dit overzicht: er is iets in veranderd, of het is niet"
                + " van Sluis.");
    assertThat(faults(check, there(spoilt, "/sleutels/logboek/0")))
        .contains("De sleutel die u gaf, hoort niet bij dit logboek.");
    assertThat(faults(check, there(spoilt, "/sleutels/bewijs/0")))
        .containsExactly("De sleutel waarmee is getekend, hoort niet bij dit logboek.");
  }

  private static byte[] otherMoment() throws IOException {
    var whole = (ObjectNode) new JsonMapper().readTree(mothers());
    return SpoiltStatement.with(whole, "/verklaring/tot", TextNode.valueOf("2026-11-30T22:00:00Z"));
  }

  private static List<String> faults(StatementCheck check, byte[] file) {
    return check.check(file).faults();
  }

  @Test
  void a_space_a_member_twice_or_half_a_file_is_no_statement() {
    var text = new String(mothers(), StandardCharsets.UTF_8);
    for (var other :
        List.of(
            text + "\n",
            text.replaceFirst("\"heel\":true", "\"heel\":true,\"heel\":true"),
            text.substring(0, text.length() / 2),
            "{}",
            "[]",
            "geen json")) {
      var said = judge.of(other.getBytes(StandardCharsets.UTF_8), key);
      assertThat(said.verdict()).isEqualTo(WRONG);
      assertThat(said.findings())
          .containsExactly("Dit is geen overzicht van Sluis, of het is niet heel.");
    }
  }

  @Test
  void who_signed_besides_is_said_and_a_witness_that_did_not_is_not_believed() {
    var witness = story.witnessKey();
    var name = witness.substring(0, witness.indexOf('+'));
    var signed =
        new StatementCheck(KeyHistory.of(LogKey.parse(key)), List.of(WitnessKey.parse(witness)))
            .check(mothers())
            .signedBy();

    assertThat(signed)
        .singleElement()
        .asString()
        .startsWith("Getuige " + name + " tekende mee op ");
    var said = judge.of(mothers(), Optional.empty(), key, witness);
    assertThat(said.verdict()).startsWith("In orde: ");
    assertThat(said.findings()).isEqualTo(signed);
    var other = witness.replace(name + "+", "iemand-anders+");
    assertThat(judge.of(mothers(), Optional.empty(), key, other).findings())
        .containsExactly("Niet na te gaan: een sleutel van een getuige is niet heel.");
    assertThat(typed(LogbookCommand.WHOLE, "--overzicht", kept().toString(), "--getuige", witness))
        .contains(signed);
  }

  private static Path kept() {
    try {
      return Files.write(PassingFolder.of("overzicht").resolve("overzicht.json"), mothers());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void an_earlier_statement_of_the_month_is_held_against_a_later_one() {
    var before = story.file(MonthStory.OVER, "sami vader");
    var after = story.file(MonthStory.SHOWN, "sami vader");

    var said = judge.of(after, Optional.of(before), key, "");
    assertThat(said.verdict()).startsWith("In orde: ");
    assertThat(said.findings())
        .contains("De twee overzichten spreken elkaar niet tegen.")
        .anyMatch(line -> line.endsWith("(lag al vast en mag nu worden getoond)"));
    assertThat(said.lines()).anyMatch(line -> line.contains("AVG 23 lid 1"));

    var another = judge.of(after, Optional.of(mothers()), key, "");
    assertThat(another.verdict())
        .isEqualTo("Niet in orde: de twee overzichten spreken elkaar tegen. Bewaar ze allebei.");
  }

  @Test
  void the_command_line_says_it_too_and_ends_as_the_other_checks_do(@TempDir Path folder)
      throws IOException {
    var before =
        Files.write(folder.resolve("eerder.json"), story.file(MonthStory.OVER, "sami vader"));
    var after = Files.write(folder.resolve("nu.json"), story.file(MonthStory.SHOWN, "sami vader"));
    var mother = Files.write(folder.resolve("ander.json"), mothers());
    var spoilt =
        Files.write(
            folder.resolve("bedorven.json"),
            SpoiltStatement.of(mothers()).get("/verklaring/regels/0/velden/doel/waarde"));

    assertThat(
            typed(
                LogbookCommand.WHOLE,
                "--overzicht",
                after.toString(),
                "--eerder",
                before.toString()))
        .contains("In orde: dit overzicht van 2026-11", "spreken elkaar niet tegen")
        .contains("(lag al vast en mag nu worden getoond)");
    assertThat(
            typed(
                LogbookCommand.NOT_WHOLE,
                "--overzicht",
                after.toString(),
                "--eerder",
                mother.toString()))
        .contains("NIET IN ORDE: de twee overzichten spreken elkaar tegen.");
    assertThat(typed(LogbookCommand.NOT_WHOLE, "--overzicht", spoilt.toString()))
        .contains("NIET IN ORDE", "- Regel 1 past niet bij wat is vastgelegd.");
    assertThat(
            typed(LogbookCommand.UNREADABLE, "--overzicht", folder.resolve("weg.json").toString()))
        .contains("er is dus niets bewezen");
  }

  private static String typed(int ending, String... args) {
    var told = new ByteArrayOutputStream();
    var out = new PrintStream(told, true, StandardCharsets.UTF_8);
    var all = new ArrayList<>(List.of("controleer", "--sleutel", key));
    all.addAll(List.of(args));
    var seen = new LogbookCommand(out, out).run(all);
    assertThat(seen).as(told.toString(StandardCharsets.UTF_8)).isEqualTo(ending);
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  void page_and_script_kept_on_disk_do_the_same_without_a_gateway(@TempDir Path folder)
      throws IOException {
    var resources = Path.of("..", "gateway", "src", "main", "resources", "nakijken");
    Files.copy(resources.resolve("overzicht.html"), folder.resolve("overzicht-nakijken.html"));
    Files.copy(resources.resolve("overzicht.js"), folder.resolve("overzicht-nakijken.js"));

    browser.page().navigate(folder.resolve("overzicht-nakijken.html").toUri().toString());

    assertThat(judge.of(mothers(), key).verdict()).startsWith("In orde: ");
  }

  @Test
  void the_page_asks_for_its_own_script_and_for_nothing_else() {
    browser.another(true);
    browser.go(PAGE);
    judge.of(mothers(), key);

    assertThat(browser.asked())
        .filteredOn(address -> !address.equals("data:,"))
        .containsExactly(
            browser.home().resolve(PAGE).toString(), browser.home().resolve(PAGE) + ".js");
    assertThat(browser.violations()).isEmpty();
  }

  private static byte[] there(Map<String, byte[]> spoilt, String path) {
    return requireNonNull(spoilt.get(path), path);
  }
}
