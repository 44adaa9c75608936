package nl.sluis.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.docs.SeedPage.Feature;
import org.junit.jupiter.api.Test;

/// The table of what the region's own texts describe, held against the rules of the model text.
class SeedsSpec {
  private static final Logger LOG = Logger.getLogger(SeedsSpec.class.getName());

  private static final String TEXT = House.text(House.TOP.resolve("docs/seeds.md"));

  private static final SeedPage PAGE = SeedPage.of(TEXT);

  private static final Pattern RULE =
      Pattern.compile("(?m)^  - id: (?<row>X\\d\\d)[a-z]?\\n(?<block>(?:    .*\\n|\\n)*)");

  private static final Pattern SOURCES = Pattern.compile("(?m)^    bron: \\[(?<seeds>[^]]*)]");

  /// A row of the convenant with a text that it names as its source.
  private record Named(String row, String seed) {}

  @Test
  void every_feature_has_its_row_or_says_why_it_stays_outside() {
    assertThat(PAGE.unread()).isEmpty();
    assertThat(PAGE.features().stream().map(f -> f.words().seed()).distinct())
        .containsExactly("Z0", "Z1", "Z2", "Z3", "Z4");
    assertThat(PAGE.features().stream().map(Feature::answer).filter(a -> a.startsWith("X")))
        .isSubsetOf(rows());
  }

  @Test
  void every_feature_is_known_by_words_that_stand_in_its_text() {
    texts()
        .ifPresent(
            texts -> {
              assertThat(PAGE.features().stream().map(Feature::words)).allMatch(texts::has);
              assertThat(PAGE.free()).allMatch(texts::has);
            });
  }

  @Test
  void every_sentence_in_which_somebody_could_tell_something_is_spoken_of() {
    var known =
        Stream.concat(PAGE.features().stream().map(Feature::words), PAGE.free().stream()).toList();

    texts().ifPresent(texts -> assertThat(texts.unspoken(known)).isEmpty());
  }

  @Test
  void a_sentence_that_the_table_misses_is_found() {
    var texts =
        SeedTexts.of(
            List.of("De coach overlegt\nmet de buurman. De zon schijnt.", "De school meldt iets."));

    var unspoken = texts.unspoken(List.of(new SeedPage.Words("Z1", "School meldt")));

    assertThat(unspoken).containsExactly("Z0: de coach overlegt met de buurman.");
  }

  /// A machine without the texts says so; like foreign vectors they are absent there, not failed.
  private static Optional<SeedTexts> texts() {
    var texts = SeedTexts.here();
    if (texts.isEmpty()) {
      LOG.info("de teksten van de regio zijn afwezig (SLUIS_SEEDS)");
    }
    return texts;
  }

  @Test
  void every_rule_that_names_a_source_stands_in_its_table() {
    var told =
        PAGE.features().stream()
            .map(f -> new Named(f.answer(), f.words().seed()))
            .collect(Collectors.toSet());

    assertThat(named()).isNotEmpty().isSubsetOf(told);
  }

  @Test
  void every_other_row_is_listed_as_such() {
    var others = TEXT.substring(TEXT.indexOf("## Rijen die niet"), TEXT.indexOf("## Zinnen die"));
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
