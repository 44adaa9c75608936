package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every scenario in `voorbeelden` goes as it says: the rules with a yes and a no, and bad input;
/// and there is no path of the gateway that none of them takes. Afterwards the logbook of each is
/// asked again, and answers the same.
final class VoorbeeldenSpec {
  private final Set<String> calls = new TreeSet<>();
  private final Set<String> routes = new TreeSet<>();

  @TestFactory
  Stream<DynamicTest> every_scenario_goes_as_it_says_and_together_they_take_every_path()
      throws IOException {
    var plays =
        PlayedOnce.files().stream()
            .map(file -> dynamicTest(String.valueOf(file.getFileName()), () -> play(file)));
    return Stream.concat(plays, Stream.of(dynamicTest("elke weg", this::tookEveryPath)));
  }

  private void play(Path file) throws IOException {
    var played = PlayedOnce.file(file);

    calls.addAll(played.calls());
    routes.addAll(played.routes());
    assertThat(played.verdict().differences()).as(played.told()).isEmpty();
    played
        .replayed()
        .ifPresent(replayed -> assertThat(replayed.isSame()).as(replayed.text()).isTrue());
  }

  private void tookEveryPath() {
    assertThat(routes).hasSizeGreaterThan(40);
    assertThat(routes)
        .as("paths that no scenario in `voorbeelden` takes")
        .allMatch(route -> calls.stream().anyMatch(path(route).asMatchPredicate()));
  }

  private static Pattern path(String route) {
    var fixed = route.replace(".", "\\.").replace("{pad}", ".+").replaceAll("\\{[a-z]+}", "[^/]+");
    return Pattern.compile(fixed + "(\\?.*)?");
  }
}
