package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every scenario in `voorbeelden` goes as it says: the rules with a yes and a no, and bad input.
final class VoorbeeldenSpec {
  private static final Path FOLDER = Path.of("src", "test", "resources", "voorbeelden");

  @TestFactory
  Stream<DynamicTest> every_scenario_goes_as_it_says() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
    }
  }

  private static void play(Path file) throws IOException {
    var played =
        Played.alone(new ScenarioReader(TheConvenant.IN_FORCE, TheConvenant.ALL).read(file));

    assertThat(played.verdict().differences()).as(played.told()).isEmpty();
  }
}
