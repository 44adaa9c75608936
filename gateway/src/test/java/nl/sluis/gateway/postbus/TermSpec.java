package nl.sluis.gateway.postbus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.sluis.policies.convenant.Holiday;
import org.junit.jupiter.api.Test;

class TermSpec {
  private static final List<Holiday> CHRISTMAS =
      List.of(new Holiday("kerstvakantie", LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 3)));

  @Test
  void five_working_days_from_a_tuesday_end_with_the_next_tuesday() {
    var tuesday = Instant.parse("2026-11-24T09:00:00Z");

    var due = Term.dueAfter(tuesday, 5, CHRISTMAS);

    assertThat(due).isEqualTo(Instant.parse("2026-12-01T23:00:00Z"));
  }

  @Test
  void a_school_holiday_does_not_count() {
    var beforeChristmas = Instant.parse("2026-12-17T09:00:00Z");

    var due = Term.dueAfter(beforeChristmas, 2, CHRISTMAS);

    assertThat(due).isEqualTo(Instant.parse("2027-01-04T23:00:00Z"));
  }

  @Test
  void a_term_that_crosses_the_clock_change_still_ends_at_midnight_in_amsterdam() {
    var friday = Instant.parse("2027-03-26T09:00:00Z");

    var due = Term.dueAfter(friday, 1, List.of());

    assertThat(due).as("29 March 2027 is Easter Monday").isEqualTo("2027-03-30T22:00:00Z");
  }

  @Test
  void public_holidays_move_with_easter_and_koningsdag_moves_off_sunday() {
    assertThat(Term.isWorkingDay(LocalDate.of(2027, 3, 29), List.of())).isFalse();
    assertThat(Term.isWorkingDay(LocalDate.of(2027, 5, 6), List.of())).isFalse();
    assertThat(Term.isWorkingDay(LocalDate.of(2027, 5, 17), List.of())).isFalse();
    assertThat(Term.isWorkingDay(LocalDate.of(2025, 4, 26), List.of())).isFalse();
    assertThat(Term.isWorkingDay(LocalDate.of(2027, 5, 18), List.of())).isTrue();
  }
}
