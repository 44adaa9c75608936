package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The Dutch manual says what the reader reads: no word too few, no example that does not work.
final class HandleidingSpec {
  private static final Path MANUAL = Path.of("..", "docs", "voorbeeld.md");
  private static final String PREAMBLE =
      """
      titel: Uit de handleiding
      tijd: 2026-11-23 10:00
      partijen:
        school: De Duinpieper
        cjg: CJG Kennemerland
        ggd: GGD Kennemerland
        vt: Veilig Thuis
        leverancier: Leerlijn
      gezinnen:
        sami:
          leeftijd: 9 jaar
          houders: [moeder, vader]
          bekend bij: school als school-administratie
      stappen:
      """;

  private record Block(int line, String text) {
    Scenario read() {
      var reader = new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL);
      return text.startsWith("titel:")
          ? reader.read("voorbeeld.md", line, text)
          : reader.read(
              "voorbeeld.md", line - (int) PREAMBLE.lines().count(), PREAMBLE + text.indent(2));
    }
  }

  private static List<Block> blocks() throws IOException {
    var blocks = new ArrayList<Block>();
    var lines = Files.readAllLines(MANUAL);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```yaml")) {
        int end = lines.subList(i, lines.size()).indexOf("```") + i;
        blocks.add(new Block(i + 2, String.join("\n", lines.subList(i + 1, end)) + "\n"));
      }
    }
    return blocks;
  }

  @TestFactory
  Stream<DynamicTest> every_example_in_the_manual_can_be_read() throws IOException {
    return blocks().stream()
        .map(
            block ->
                DynamicTest.dynamicTest(
                    "regel " + block.line(), () -> assertThat(block.read().steps()).isNotEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> every_whole_example_in_the_manual_goes_as_it_says() throws IOException {
    return blocks().stream()
        .filter(block -> block.text().startsWith("titel:"))
        .map(
            block ->
                DynamicTest.dynamicTest(
                    "regel " + block.line(),
                    () -> {
                      var played = Played.alone(block.read());
                      assertThat(played.verdict().differences()).as(played.told()).isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> the_manual_explains_and_shows_every_kind_of_step() throws IOException {
    var text = Files.readString(MANUAL);
    var shown = blocks().stream().map(Block::text).reduce("", String::concat);
    return Vocabulary.ACTIONS.stream()
        .map(ActionKind::name)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      assertThat(text).contains("| `" + name + "` |");
                      assertThat(shown).contains(name + ":");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> the_manual_explains_and_shows_every_kind_of_observation() throws IOException {
    var text = Files.readString(MANUAL);
    var shown = blocks().stream().map(Block::text).reduce("", String::concat);
    return Vocabulary.EXPECTATIONS.stream()
        .map(ExpectationKind::name)
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      assertThat(text).contains("| `" + name + "` |");
                      assertThat(shown).contains(name + ":");
                    }));
  }

  @Test
  void the_manual_names_every_fault_a_message_can_have() throws IOException {
    var text = Files.readString(MANUAL);

    assertThat(MessageFaultKind.WORDS.keySet())
        .allSatisfy(word -> assertThat(text).contains("`" + word + "`"));
  }

  @Test
  void the_manual_names_every_way_in_which_a_token_can_be_wrong() throws IOException {
    var text = Files.readString(MANUAL);
    var words = text.substring(text.indexOf("`token` kent"));

    assertThat(ShowTokenAction.words())
        .allSatisfy(
            word ->
                assertThat(words.substring(0, words.indexOf("\n\n"))).contains("`" + word + "`"));
  }
}
