package nl.sluis.policies.toezicht;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.sluis.policies.toezicht.Adherence.Handled;
import nl.sluis.policies.toezicht.Adherence.Precision;
import nl.sluis.policies.toezicht.Adherence.Sampled;
import org.junit.jupiter.api.Test;

/// Was the policy not only written down, but done?
class AdherenceSpec {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  private static final LocalDate LATER = LocalDate.of(2026, 12, 7);
  private static final Optional<Sampled> DONE = Optional.of(new Sampled(MONDAY, 59, 59));

  private static Handled closed(int afterDays, Finding finding) {
    return new Handled(
        MONDAY,
        Optional.of(MONDAY.plusDays(afterDays)),
        SignalKind.ONVERKLAARD,
        Optional.of(finding));
  }

  private static final Handled OPEN =
      new Handled(MONDAY, Optional.empty(), SignalKind.REEKS, Optional.empty());

  @Test
  void a_week_is_done_when_every_signal_and_the_whole_sample_were_looked_at_in_time() {
    var week = of(LATER, List.of(closed(14, Finding.GERECHTVAARDIGD)), DONE);

    assertThat(week.isDone()).isTrue();
    assertThat(week.words())
        .isEqualTo(
            "1 van 1 signalen op tijd bekeken, 0 te laat, 0 nog open; steekproef getrokken, 59 van"
                + " 59 rijen bekeken.");
  }

  @Test
  void one_day_late_is_late_and_stays_late() {
    var week = of(LATER, List.of(closed(15, Finding.GERECHTVAARDIGD)), DONE);

    assertThat(week.isDone()).isFalse();
    assertThat(week.late()).isOne();
  }

  @Test
  void what_is_open_within_its_term_is_not_late_and_not_done() {
    var now = of(MONDAY.plusDays(14), List.of(OPEN), DONE);
    var later = of(MONDAY.plusDays(15), List.of(OPEN), DONE);

    assertThat(now.open()).isOne();
    assertThat(now.isDone()).isFalse();
    assertThat(later.late()).isOne();
  }

  @Test
  void without_a_sample_or_with_half_a_sample_the_week_was_not_done() {
    assertThat(of(LATER, List.of(), Optional.empty()).isDone()).isFalse();
    assertThat(of(LATER, List.of(), Optional.of(new Sampled(MONDAY, 59, 58))).isDone()).isFalse();
    assertThat(of(LATER, List.of(), DONE).isDone()).isTrue();
  }

  @Test
  void how_often_a_rule_was_right_is_told_of_closed_signals_only() {
    var precision =
        Adherence.precision(
            List.of(
                closed(1, Finding.ONGERECHTVAARDIGD),
                closed(2, Finding.GEGEVENSFOUT),
                closed(3, Finding.NIET_VAST_TE_STELLEN),
                OPEN));

    assertThat(precision).containsOnlyKeys(SignalKind.ONVERKLAARD);
    assertThat(precision).containsEntry(SignalKind.ONVERKLAARD, new Precision(1, 3));
  }

  private static Adherence of(LocalDate today, List<Handled> handled, Optional<Sampled> sample) {
    return Adherence.of(Policies.shipped(), MONDAY, today, handled, sample);
  }
}
