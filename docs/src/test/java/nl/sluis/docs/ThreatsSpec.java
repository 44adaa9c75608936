package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThreatsSpec {
  private static final Pattern SPEC = Pattern.compile("`(\\w+Spec)`");

  /// Issues of which everything is built; what they brought has a spec.
  private static final String DONE = "1|2|3";

  private static List<String> threats() {
    return House.text(House.TOP.resolve("docs/dreigingen.md"))
        .lines()
        .filter(line -> line.matches("\\| \\d+ \\|.*"))
        .toList();
  }

  @Test
  void a_threat_names_tests_that_exist() {
    var named =
        threats().stream()
            .flatMap(row -> SPEC.matcher(row).results())
            .map((MatchResult found) -> found.group(1))
            .toList();

    assertThat(House.specs()).containsAll(named);
  }

  @Test
  void no_threat_waits_for_an_issue_that_is_done() {
    assertThat(threats())
        .filteredOn(
            row -> row.matches(".*\\bissue (" + DONE + ")\\b.*|.*\\ben (" + DONE + ") \\|.*"))
        .isEmpty();
  }

  @Test
  void a_threat_says_how_its_measure_is_shown_or_which_issue_will() {
    assertThat(threats()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(threats())
        .filteredOn(
            row -> !row.contains("Spec`") && !row.contains("issue ") && !row.contains("later"))
        .isEmpty();
  }
}
