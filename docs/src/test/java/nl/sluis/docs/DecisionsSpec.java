package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DecisionsSpec {
  private static final List<String> SECTIONS =
      List.of(
          "## Why it came up",
          "## What we decided",
          "## What else we weighed",
          "## What it costs us",
          "## How we will notice if it stops being true");

  private static final Pattern SPEC = Pattern.compile("`(\\w+Spec)`");

  private static List<Path> decisions() {
    return House.pages().stream()
        .filter(page -> page.toString().contains("/docs/decisions/"))
        .filter(page -> page.getFileName().toString().matches("\\d{4}-.*"))
        .toList();
  }

  @Test
  void a_decision_has_its_five_parts_in_order() {
    assertThat(decisions())
        .isNotEmpty()
        .allSatisfy(
            page ->
                assertThat(House.text(page).lines().filter(line -> line.startsWith("## ")))
                    .as(page.toString())
                    .containsExactlyElementsOf(SECTIONS));
  }

  @Test
  void a_decision_names_a_test_that_exists() {
    assertThat(decisions())
        .allSatisfy(
            page ->
                assertThat(specsNamedLast(page))
                    .as(page.toString())
                    .isNotEmpty()
                    .isSubsetOf(House.specs()));
  }

  @Test
  void a_decision_fits_on_a_page() {
    assertThat(decisions()).noneMatch(page -> House.text(page).lines().count() > 60);
  }

  @Test
  void numbers_follow_each_other() {
    var numbers =
        decisions().stream().map(page -> page.getFileName().toString().substring(0, 4)).toList();

    for (var i = 0; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo("%04d".formatted(i + 1));
    }
  }

  private static List<String> specsNamedLast(Path page) {
    var text = House.text(page);
    var last = text.substring(Math.max(0, text.lastIndexOf("\n## ")));
    return SPEC.matcher(last).results().map((MatchResult found) -> found.group(1)).toList();
  }
}
