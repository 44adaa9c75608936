package nl.sluis.policies.toezicht;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.toezicht.Adherence.Sampled;
import nl.sluis.policies.toezicht.Kept.Count;
import nl.sluis.policies.toezicht.Kept.Facts;
import nl.sluis.policies.toezicht.Kept.Raised;
import nl.sluis.policies.toezicht.Kept.Seconds;
import org.junit.jupiter.api.Test;

/// Whether a week or a quarter was done as the policy says: in time, by two, with its sample.
final class KeptSpec {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
  private static final Period WEEK = Period.weeks(TODAY, 2).getLast();
  private static final Facts DONE =
      new Facts(
          Map.of(MONDAY, new Count(2, 2, 0, 0)),
          List.of(new Raised(MONDAY, Optional.of(MONDAY.plusDays(3)), "een", 2)),
          Map.of(MONDAY, new Seconds(2, 1, 1, 0)),
          Map.of(MONDAY, new Sampled(MONDAY.plusDays(7), 59, 59)));

  private static Kept of(Facts facts) {
    return Kept.of(WEEK, TODAY, facts, some -> some.raised().plusDays(7));
  }

  @Test
  void a_week_in_which_everything_was_done_in_time_is_done() {
    assertThat(WEEK.word()).isEqualTo("2026-W47");
    assertThat(of(DONE).isDone()).isTrue();
    assertThat(of(DONE).signals()).isEqualTo(new Count(2, 2, 0, 0));
  }

  @Test
  void one_thing_that_is_late_open_waiting_or_not_looked_at_undoes_it() {
    var late = Map.of(MONDAY, new Count(2, 1, 1, 0));
    var waits = Map.of(MONDAY, new Seconds(2, 1, 0, 0));
    var unlooked = Map.of(MONDAY, new Sampled(TODAY, 59, 58));

    assertThat(of(new Facts(late, DONE.signals(), DONE.seconds(), DONE.samples())).isDone())
        .isFalse();
    assertThat(of(new Facts(DONE.tasks(), DONE.signals(), waits, DONE.samples())).isDone())
        .isFalse();
    assertThat(of(new Facts(DONE.tasks(), DONE.signals(), DONE.seconds(), unlooked)).isDone())
        .isFalse();
    assertThat(of(new Facts(DONE.tasks(), DONE.signals(), DONE.seconds(), Map.of())).isDone())
        .as("no sample")
        .isFalse();
  }

  @Test
  void a_signal_is_late_by_the_day_of_the_policy_under_which_it_came_up() {
    var closed = new Raised(MONDAY, Optional.of(MONDAY.plusDays(8)), "een", 1);
    var open = new Raised(MONDAY.plusDays(1), Optional.empty(), "een", 3);
    var waiting = new Raised(MONDAY.plusDays(4), Optional.empty(), "een", 5);
    var facts = new Facts(Map.of(), List.of(closed, open, waiting), Map.of(), Map.of());

    assertThat(of(facts).signals()).isEqualTo(new Count(9, 0, 4, 5));
  }

  @Test
  void a_quarter_counts_its_own_days_and_only_the_weeks_that_are_over() {
    var quarter = Period.quarters(TODAY, 4);

    assertThat(quarter.stream().map(Period::word))
        .containsExactly("2026-K4", "2026-K3", "2026-K2", "2026-K1");
    assertThat(quarter.getFirst().weeksOver(TODAY)).isEqualTo(7);
    assertThat(Kept.of(quarter.get(1), TODAY, DONE, Raised::raised).tasks()).isEqualTo(Count.NONE);
    assertThat(Kept.of(quarter.getFirst(), TODAY, DONE, Raised::raised).tasks().all()).isEqualTo(2);
  }

  @Test
  void a_week_of_the_turn_of_the_year_has_the_year_of_its_thursday() {
    var weeks = Period.weeks(LocalDate.parse("2027-01-03"), 1);

    assertThat(weeks.getFirst().word()).isEqualTo("2026-W53");
    assertThat(weeks.getFirst().first()).isEqualTo(LocalDate.parse("2026-12-28"));
  }
}
