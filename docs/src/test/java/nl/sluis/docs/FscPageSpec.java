package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What `docs/fsc.md` says of the published test suite of FSC is about every case of it, and what
/// is said to pass is shown.
class FscPageSpec {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Za-z]+)(-[A-Za-z-]+-\\d+)` \\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern SPEC = Pattern.compile("`(\\w+Spec)`");

  /// How many cases each component has in the suite.
  private static final Map<String, Long> SUITE =
      Map.of("Inway", 13L, "Outway", 8L, "Integration", 6L, "Manager", 39L);

  private static List<MatchResult> cases() {
    return ROW.matcher(House.text(House.TOP.resolve("docs/fsc.md"))).results().toList();
  }

  private static List<String> specs(MatchResult row) {
    return SPEC.matcher(row.group(4)).results().map(found -> found.group(1)).toList();
  }

  @Test
  void every_case_of_the_suite_is_spoken_of_once() {
    assertThat(cases()).extracting(row -> row.group(1) + row.group(2)).doesNotHaveDuplicates();
    assertThat(
            cases().stream()
                .collect(Collectors.groupingBy(row -> row.group(1), Collectors.counting())))
        .isEqualTo(SUITE);
  }

  @Test
  void what_passes_names_the_test_that_shows_it_and_what_does_not_says_why() {
    assertThat(cases())
        .allSatisfy(
            row -> {
              assertThat(row.group(3)).isIn("slaagt", "deels", "nee", "n.v.t.");
              assertThat(House.specs()).containsAll(specs(row));
              if (row.group(3).equals("slaagt")) {
                assertThat(specs(row)).as(row.group()).isNotEmpty();
              }
            });
  }
}
