package nl.sluis.dev.uitwisseling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The paths that the two doors answer are those of the manual, no more and no less, and so are the
/// pages for people; that each path is taken is for `VoorbeeldenSpec`.
final class RoutesSpec {
  private static final Path MANUAL = Path.of("..", "docs", "koppelvlak.md");
  private static final Path PAGES = Path.of("..", "docs", "vorm.md");

  /// A path in a table; in running text a path may be named again.
  private static final Pattern DESCRIBED = Pattern.compile("(?m)^\\| `([A-Z]+ /[^` ]*)` \\|");

  private static TestGateway gateway;

  @BeforeAll
  static void start() {
    gateway = TestGateway.start();
  }

  @AfterAll
  static void stop() throws IOException {
    gateway.close();
  }

  @Test
  void the_manual_describes_every_path_once_and_no_other() throws IOException {
    assertThat(described(MANUAL))
        .containsExactlyInAnyOrderElementsOf(unnamed(gateway.gateway().routes()));
  }

  @Test
  void the_manual_of_pages_names_every_page_once_and_no_other() throws IOException {
    assertThat(described(PAGES))
        .containsExactlyInAnyOrderElementsOf(unnamed(gateway.gateway().pages()));
  }

  private static List<String> described(Path manual) throws IOException {
    return DESCRIBED
        .matcher(Files.readString(manual))
        .results()
        .map(found -> unnamed(found.group(1)))
        .toList();
  }

  private static List<String> unnamed(List<String> routes) {
    return routes.stream().map(RoutesSpec::unnamed).toList();
  }

  /// What a variable is called differs: `{id}` is `{transactie}` where that says more.
  private static String unnamed(String path) {
    return path.replaceAll("\\{[a-z]+}", "{}");
  }
}
