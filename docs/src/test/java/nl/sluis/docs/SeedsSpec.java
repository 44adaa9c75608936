package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of what the region's own texts describe, held against the rules of the model text.
class SeedsSpec {
  private static final Pattern FEATURE =
      Pattern.compile("\\| (?<what>.+?) \\| (?<answer>X\\d\\d|buiten Sluis, want .{10,}) \\|");

  private static final Pattern RULE =
      Pattern.compile("(?m)^  - id: (?<row>X\\d\\d)[a-z]?\\n(?<block>(?:    .*\\n|\\n)*)");

  private static final Pattern SOURCES = Pattern.compile("(?m)^    bron: \\[(?<seeds>[^]]*)]");

  /// One line of the table: in which text, and the row that answers it or why there is none.
  private record Feature(String seed, String answer) {}

  /// A row of the convenant with a text that it names as its source.
  private record Named(String row, String seed) {}

  @Test
  void every_feature_has_its_row_or_says_why_it_stays_outside() {
    assertThat(unread()).isEmpty();
    assertThat(features().stream().map(Feature::seed).distinct())
        .containsExactly("Z0", "Z1", "Z2", "Z3", "Z4");
    assertThat(features().stream().filter(f -> f.answer().startsWith("X")).map(Feature::answer))
        .isSubsetOf(rows());
  }

  @Test
  void every_rule_that_names_a_source_stands_in_its_table() {
    var told =
        features().stream().map(f -> new Named(f.answer(), f.seed())).collect(Collectors.toSet());

    assertThat(named()).isNotEmpty().isSubsetOf(told);
  }

  @Test
  void every_other_row_is_listed_as_such() {
    var page = page();
    var others = page.substring(page.indexOf("## Rijen die niet"));
    var sourced = named().stream().map(Named::row).collect(Collectors.toSet());

    var listed = Pattern.compile("X\\d\\d").matcher(others).results().map(m -> m.group()).toList();

    assertThat(rows().stream().filter(row -> !sourced.contains(row)))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void every_row_from_the_first_to_the_last_exists() {
    var rows = List.copyOf(rows());

    for (var i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i)).isEqualTo("X%02d".formatted(i + 1));
    }
    assertThat(rows).hasSizeGreaterThanOrEqualTo(54);
  }

  private static String page() {
    return House.text(House.TOP.resolve("docs/seeds.md"));
  }

  private static List<Feature> features() {
    var features = new ArrayList<Feature>();
    var seed = "";
    for (var line : page().lines().toList()) {
      if (line.startsWith("## ")) {
        seed = line.substring(3);
      }
      var found = FEATURE.matcher(line);
      if (found.matches()) {
        features.add(new Feature(seed, found.group("answer")));
      }
    }
    return features;
  }

  /// Lines of the tables that say neither.
  private static List<String> unread() {
    var tables = page().substring(page().indexOf("## Z0"));
    return tables
        .lines()
        .filter(line -> line.startsWith("| ") && !line.equals("| wat | rij |"))
        .filter(line -> !FEATURE.matcher(line).matches())
        .toList();
  }

  private static Set<String> rows() {
    var rows = new TreeSet<String>();
    rules().forEach(rule -> RULE.matcher(rule).results().forEach(m -> rows.add(m.group("row"))));
    return rows;
  }

  private static Set<Named> named() {
    var named = new HashSet<Named>();
    for (var text : rules()) {
      RULE.matcher(text)
          .results()
          .forEach(
              rule ->
                  SOURCES
                      .matcher(rule.group("block"))
                      .results()
                      .flatMap(m -> List.of(m.group("seeds").split(", ")).stream())
                      .forEach(seed -> named.add(new Named(rule.group("row"), seed))));
    }
    return named;
  }

  private static List<String> rules() {
    return House.texts().stream()
        .filter(file -> file.toString().contains("/policies/convenant/model-"))
        .filter(file -> file.toString().contains("/regels/"))
        .map(House::text)
        .toList();
  }
}
