package nl.sluis.dev.misbruik;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A made-up region is only worth something when anybody gets the same one.
class SeasonSpec {
  private static final Season SEASON = Season.of(7);

  @Test
  void the_same_seed_is_the_same_season_row_by_row() {
    assertThat(Season.of(7)).isEqualTo(SEASON);
    assertThat(Season.of(8)).isNotEqualTo(SEASON);
  }

  @Test
  void each_kind_of_misuse_has_one_culprit_who_also_does_ordinary_work() {
    assertThat(SEASON.culprits()).containsOnlyKeys(Misuse.values());
    assertThat(new HashSet<>(SEASON.culprits().values())).hasSize(Misuse.values().length);
    for (var culprit : SEASON.culprits().values()) {
      assertThat(SEASON.rows())
          .anyMatch(row -> row.deed().by().equals(culprit) && row.misuse().isEmpty())
          .anyMatch(row -> row.deed().by().equals(culprit) && row.misuse().isPresent());
    }
  }

  @Test
  void misuse_is_rare_among_what_happens() {
    var misuse = SEASON.rows().stream().filter(row -> row.misuse().isPresent()).count();

    assertThat(SEASON.rows()).hasSizeGreaterThan(10_000);
    assertThat((double) misuse / SEASON.rows().size()).isLessThan(0.01);
  }

  @Test
  void the_same_seeds_print_the_same_figures() {
    assertThat(printed()).isEqualTo(printed());
  }

  private static String printed() {
    var said = new ByteArrayOutputStream();
    Misbruik.run(List.of(7L), new PrintStream(said, true, StandardCharsets.UTF_8));
    return said.toString(StandardCharsets.UTF_8);
  }
}
