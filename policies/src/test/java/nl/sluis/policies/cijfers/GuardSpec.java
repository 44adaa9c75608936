package nl.sluis.policies.cijfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.policies.cijfers.Verdict.Why;
import org.junit.jupiter.api.Test;

class GuardSpec {
  private static final Guard TEN = new Guard(10, 80);

  @Test
  void a_group_of_nine_is_never_counted_aloud() {
    assertThat(ask("2026-01", 9)).isEqualTo(refused(Why.TE_KLEIN));
    assertThat(ask("2026-01", 10)).isEqualTo(new Verdict.Given());
  }

  @Test
  void a_quarter_that_leaves_nine_of_the_year_is_refused() {
    var year = new Told("2026", 40);

    assertThat(ask("2026-K1", 31, year)).isEqualTo(refused(Why.VERSCHIL_TE_KLEIN));
    assertThat(ask("2026-K1", 30, year)).isEqualTo(new Verdict.Given());
  }

  @Test
  void a_year_around_quarters_is_refused_when_the_fourth_would_be_told_by_it() {
    var told =
        new Told[] {new Told("2026-K1", 12), new Told("2026-K2", 12), new Told("2026-K3", 12)};

    assertThat(ask("2026", 40, told)).isEqualTo(refused(Why.VERSCHIL_TE_KLEIN));
    assertThat(ask("2026", 46, told)).isEqualTo(new Verdict.Given());
  }

  @Test
  void four_quarters_and_their_year_may_all_be_told() {
    var told =
        new Told[] {
          new Told("2026-K1", 12),
          new Told("2026-K2", 12),
          new Told("2026-K3", 12),
          new Told("2026-K4", 12)
        };

    assertThat(ask("2026", 48, told)).isEqualTo(new Verdict.Given());
    assertThat(ask("2026", 49, told)).isEqualTo(refused(Why.TELT_NIET_OP));
  }

  @Test
  void a_group_across_one_that_was_told_is_refused() {
    var haarlem = new Group(Map.of("maand", months("2026"), "gemeente", Set.of("Haarlem")));
    var january =
        new Group(Map.of("maand", months("2026-01"), "gemeente", Set.of("Haarlem", "Zandvoort")));

    var verdict = TEN.judge(january, List.of(haarlem), _ -> new Contents(500, 500, 0));

    assertThat(verdict).isEqualTo(refused(Why.KRUIST));
  }

  @Test
  void a_group_that_was_told_may_be_told_again() {
    assertThat(ask("2026", 40, new Told("2026", 40))).isEqualTo(new Verdict.Again());
  }

  @Test
  void a_number_that_is_mostly_of_one_contributor_tells_about_that_one() {
    var group = new Group(Map.of("maand", months("2026")));

    assertThat(TEN.judge(group, List.of(), _ -> new Contents(100, 100, 81)))
        .isEqualTo(refused(Why.GEDOMINEERD));
    assertThat(TEN.judge(group, List.of(), _ -> new Contents(100, 100, 80)))
        .isEqualTo(new Verdict.Given());
  }

  @Test
  void forty_messages_about_three_children_are_about_three_children() {
    var group = new Group(Map.of("maand", months("2026")));

    assertThat(TEN.judge(group, List.of(), _ -> new Contents(40, 3, 20)))
        .isEqualTo(refused(Why.TE_KLEIN));
  }

  @Test
  void no_convenant_can_ask_for_less_than_ten() {
    assertThatThrownBy(() -> new Guard(9, 80)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_period_is_a_year_a_quarter_or_a_month() {
    assertThat(Period.of("2026-K4").orElseThrow().values())
        .containsExactly("2026-10", "2026-11", "2026-12");
    assertThat(Period.of("2026").orElseThrow().end()).hasToString("2027-01");
    assertThat(Period.of("2026-13")).isEmpty();
    assertThat(Period.of("2026-K5")).isEmpty();
  }

  private record Told(String period, long count) {}

  private static Verdict ask(String period, long count, Told... told) {
    var values = new ArrayList<Map.Entry<Group, Long>>();
    for (var t : told) {
      values.add(Map.entry(group(t.period()), t.count()));
    }
    values.add(Map.entry(group(period), count));
    var given = values.subList(0, told.length).stream().map(Map.Entry::getKey).toList();
    return TEN.judge(
        group(period),
        given,
        rest -> {
          var left = value(rest.whole(), values);
          for (var taken : rest.without()) {
            left -= value(taken, values);
          }
          return new Contents(left, left, 0);
        });
  }

  private static long value(Group group, List<Map.Entry<Group, Long>> values) {
    return values.stream()
        .filter(v -> v.getKey().equals(group))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private static Group group(String period) {
    return new Group(Map.of("maand", months(period)));
  }

  private static Set<String> months(String period) {
    return Period.of(period).orElseThrow().values();
  }

  private static Verdict refused(Why why) {
    return new Verdict.Refused(why);
  }
}
