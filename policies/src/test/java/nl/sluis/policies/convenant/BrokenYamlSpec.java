package nl.sluis.policies.convenant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An officer who forgot a bracket reads where, in Dutch, and nothing of the parser.
class BrokenYamlSpec {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "doelen: [~  - code: x, 2, op kolom 3 kan `-` niet staan",
        "doelen: [a~, 2, op kolom 1 houdt de tekst op terwijl er meer hoort",
        "a: \"open~, 2, op kolom 1 houdt de tekst op terwijl er meer hoort",
        "a: 1~ b: 2, 2, op kolom 3 kan `:` niet staan",
        "a: [é}, 1, op kolom 6 kan `}` niet staan",
        "a: @x, 1, op kolom 4 kan `@` niet staan",
        "a: \u0007b, 0, er staat een teken in dat niet mag",
      })
  void the_place_is_named_and_what_stands_there(String text, int line, String sentence) {
    var faults = new Faults();

    var read = Yaml.read("doelen.yaml", text.replace("~", "\n"), faults);

    assertThat(read).isEmpty();
    assertThat(faults.all())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.sentence())
                  .startsWith("Dit is geen geldige YAML: ")
                  .contains(sentence)
                  .doesNotContainPattern("\\b(expected|found|while|scanning|could|the)\\b");
            });
  }
}
