package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DependenciesSpec {
  private static final Pattern USED =
      Pattern.compile(
          "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>");

  private static final Pattern NPM =
      Pattern.compile("(?s)\"(?:dev)?[dD]ependencies\"\\s*:\\s*\\{(.*?)}");

  private static final Pattern NPM_NAME = Pattern.compile("\"([^\"]+)\"\\s*:");

  private static final Pattern LISTED = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  @Test
  void every_library_we_lean_on_has_its_reason_written_down() {
    var page = House.text(House.TOP.resolve("docs/afhankelijkheden.md"));
    var listed = new TreeSet<String>();
    LISTED.matcher(page).results().forEach(found -> listed.add(found.group(1)));

    assertThat(listed).containsAll(used());
    assertThat(listed)
        .filteredOn(name -> name.contains(":") && !used().contains(name))
        .as("libraries of Maven that are listed and no longer used")
        .isEmpty();
  }

  /// The direct dependencies of all modules, of Maven and of npm; without our own and without
  /// management.
  private static Set<String> used() {
    var found = new TreeSet<String>();
    House.texts().stream()
        .filter(file -> file.endsWith("pom.xml"))
        .map(House::text)
        .map(pom -> pom.replaceAll("(?s)<dependencyManagement>.*</dependencyManagement>", ""))
        .flatMap(pom -> USED.matcher(pom).results())
        .filter(match -> !match.group(1).equals("nl.sluis"))
        .forEach(match -> found.add(match.group(1) + ":" + match.group(2)));
    House.texts().stream()
        .filter(file -> file.endsWith("package.json"))
        .flatMap(file -> NPM.matcher(House.text(file)).results())
        .flatMap(block -> NPM_NAME.matcher(block.group(1)).results())
        .forEach(match -> found.add(match.group(1)));
    return found;
  }
}
