package nl.sluis.gateway.inzicht;

import static nl.sluis.gateway.inzicht.Household.CONCERN;
import static nl.sluis.gateway.inzicht.Household.WORDS;
import static nl.sluis.gateway.inzicht.Household.happened;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.policies.terms.DataCategory;
import org.junit.jupiter.api.Test;

/// A piece of what somebody sees: similar lines of one day are one line, and where a piece ends
/// tells nothing of what is not in it.
class TimelineSpec {
  private static final List<DataCategory> CATEGORIES =
      List.copyOf(EnumSet.allOf(DataCategory.class));
  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

  private static Line line(long index, Told told, Instant at, DataCategory category) {
    var what = happened(index, told, at, CONCERN, Set.of(category));
    var seen =
        new Sieve.Seen(
            what,
            WORDS,
            WORDS.rule(CONCERN.purpose(), CONCERN.from(), CONCERN.to()),
            Optional.empty(),
            false);
    return new Teller(Cover.nothing(), Map.of()).line(seen).orElseThrow();
  }

  @Test
  void similar_lines_of_one_day_are_one_line_that_says_how_many() {
    var lines =
        List.of(
            line(1, Told.GEKREGEN, NOON, DataCategory.K09),
            line(5, Told.GEKREGEN, NOON.plusSeconds(60), DataCategory.K09),
            line(6, Told.GEKREGEN, NOON.plusSeconds(70), DataCategory.K08),
            line(7, Told.GEWEIGERD, NOON.plusSeconds(80), DataCategory.K09),
            line(9, Told.GEKREGEN, NOON.plus(Duration.ofDays(1)), DataCategory.K09));

    var piece = Timeline.of(lines, Optional.empty());

    assertThat(piece.lines()).extracting(Line::times).containsExactlyInAnyOrder(1, 1, 2, 1);
    assertThat(piece.find(new Ref(false, 1))).isEqualTo(piece.find(new Ref(false, 5)));
    assertThat(piece.find(new Ref(true, 1))).isEmpty();
  }

  @Test
  void the_order_within_a_day_tells_nothing_of_the_order_of_rows() {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < 12; i++) {
      lines.add(line(i, Told.GEKREGEN, NOON.plusSeconds(i), CATEGORIES.get(i % 6 + 5)));
    }
    var first = said(Timeline.of(lines, Optional.empty()));

    for (int i = 0; i < 20; i++) {
      Collections.shuffle(lines, new Random(i));
      assertThat(said(Timeline.of(lines, Optional.empty()))).isEqualTo(first);
    }
  }

  private static List<String> said(Timeline piece) {
    return piece.lines().stream().map(line -> line.withoutRefs() + "x" + line.times()).toList();
  }

  @Test
  void a_piece_ends_after_a_whole_day_and_says_on_which_day_to_go_on() {
    var lines = new ArrayList<Line>();
    var wanted = LocalDate.parse("2026-11-01");
    for (int day = 0; day < 20; day++) {
      for (int i = 0; i < 7; i++) {
        var at = Instant.parse("2026-11-01T11:00:00Z").plus(Duration.ofDays(day));
        lines.add(line(day * 10L + i, Told.GEKREGEN, at, CATEGORIES.get(i + 5)));
      }
    }

    var piece = Timeline.of(lines, Optional.of(LocalDate.parse("2026-10-30")));

    assertThat(piece.lines()).hasSize(63);
    assertThat(piece.older()).contains(wanted.plusDays(10));
  }

  @Test
  void the_name_of_a_line_opens_for_its_reader_alone_and_nobody_can_make_one_up() {
    var mine = new LineIds(new byte[32]);
    var key = new byte[32];
    key[0] = 1;
    var theirs = new LineIds(key);
    var names = new HashSet<Object>();
    for (long number = 0; number < 300; number++) {
      for (var ref : List.of(new Ref(false, number), new Ref(true, number))) {
        assertThat(mine.of(mine.name(ref))).contains(ref);
        assertThat(theirs.of(mine.name(ref))).isEmpty();
        names.add(mine.name(ref));
        names.add(theirs.name(ref));
      }
    }
    assertThat(names).hasSize(1_200);
  }

  @Test
  void the_circle_shows_each_organisation_once_with_what_it_gave_and_got() {
    var around =
        Around.of(
            List.of(
                line(1, Told.GEKREGEN, NOON, DataCategory.K09),
                line(2, Told.GEKREGEN, NOON, DataCategory.K08),
                line(3, Told.GEWEIGERD, NOON, DataCategory.K08)));

    assertThat(around.members()).hasSize(2);
    assertThat(around.members()).extracting(Around.Member::gave).containsExactlyInAnyOrder(2, 0);
    assertThat(around.members()).extracting(Around.Member::got).containsExactlyInAnyOrder(0, 2);
  }
}
