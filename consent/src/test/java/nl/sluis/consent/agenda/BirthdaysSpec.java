package nl.sluis.consent.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On which days somebody is told that a birthday comes.
class BirthdaysSpec {
  @ParameterizedTest
  @CsvSource({
    // born, now, and which age is reached in how many days, from when
    "2011-02-23, 2026-11-24T10:00:00Z, 16, 90, 2026-11-24T23:00:00Z",
    "2011-02-23, 2026-11-24T23:00:00Z, 16, 30, 2027-01-23T23:00:00Z",
    "2011-02-23, 2027-01-24T10:00:00Z, 16, 7, 2027-02-15T23:00:00Z",
    "2011-02-23, 2027-02-20T10:00:00Z, 16, 0, 2027-02-22T23:00:00Z",
    "2011-02-23, 2027-02-23T10:00:00Z, 18, 90, 2028-11-24T23:00:00Z",
    // ninety days of which one has an hour less
    "2011-03-30, 2026-11-25T10:00:00Z, 16, 90, 2026-12-29T23:00:00Z",
    // the day on which the clock goes back begins in summer time
    "2014-10-25, 2026-10-20T10:00:00Z, 12, 0, 2026-10-24T22:00:00Z",
    // the day on which the clock goes forward begins in winter time
    "2011-03-28, 2027-03-22T10:00:00Z, 16, 0, 2027-03-27T23:00:00Z",
    // 29 February, in a common year and in a leap year
    "2012-02-29, 2023-11-01T10:00:00Z, 12, 90, 2023-11-30T23:00:00Z",
    "2012-02-29, 2024-02-25T10:00:00Z, 12, 0, 2024-02-28T23:00:00Z",
    "2012-02-29, 2030-02-25T10:00:00Z, 18, 0, 2030-02-28T23:00:00Z"
  })
  void the_next_step_begins_at_midnight_in_amsterdam(
      LocalDate born, Instant now, int boundary, int days, Instant at) {
    var next = Birthdays.next(born, now).orElseThrow();

    assertThat(next.boundary()).isEqualTo(boundary);
    assertThat(next.days()).isEqualTo(days);
    assertThat(next.at()).isEqualTo(at);
  }

  @Test
  void what_was_missed_is_not_made_up_for() {
    var born = LocalDate.parse("2011-02-23");

    assertThat(Birthdays.last(born, Instant.parse("2027-02-20T10:00:00Z")).orElseThrow().days())
        .isEqualTo(7);
    assertThat(Birthdays.last(born, Instant.parse("2026-11-24T22:59:59Z")).orElseThrow())
        .returns(12, Birthdays.Step::boundary)
        .returns(true, Birthdays.Step::isReached);
  }

  @Test
  void nothing_comes_after_eighteen_and_nothing_lies_behind_a_small_child() {
    var now = Instant.parse("2026-11-24T10:00:00Z");

    assertThat(Birthdays.next(LocalDate.parse("2008-11-24"), now)).isEmpty();
    assertThat(Birthdays.last(LocalDate.parse("2020-01-01"), now)).isEmpty();
  }

  @Test
  void the_agenda_tells_the_quarter_of_the_next_step_and_never_its_day() {
    // Sixteen on 23 February 2027; told ninety days before, on 25 November.
    var born = LocalDate.parse("2011-02-23");
    var early = Instant.parse("2026-03-03T10:00:00Z");
    var near = Instant.parse("2026-11-20T10:00:00Z");
    var step = Birthdays.next(born, early).orElseThrow();

    assertThat(Birthdays.look(step, early)).isEqualTo(Instant.parse("2026-09-30T22:00:00Z"));
    assertThat(Birthdays.look(step, near)).isEqualTo(Instant.parse("2026-11-20T23:00:00Z"));
  }

  @Test
  void whoever_looks_by_the_agenda_is_never_late() {
    var born = LocalDate.parse("2011-02-23");
    var now = Instant.parse("2026-09-03T10:00:00Z");
    for (int looks = 0; looks < 200; looks++) {
      var step = Birthdays.next(born, now).orElseThrow();

      now = Birthdays.look(step, now);

      assertThat(now).isBeforeOrEqualTo(step.at());
    }
  }
}
