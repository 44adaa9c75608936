package nl.sluis.dev.voorbeeld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import nl.sluis.policies.terms.Age;
import org.junit.jupiter.api.Test;

/// Times and ages mean what a Dutch reader thinks they mean.
final class DutchTimeSpec {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  @Test
  void a_moment_is_told_by_the_calendar_of_amsterdam() {
    assertThat(DutchTime.moment("2026-07-01 10:00", NOW)).hasToString("2026-07-01T08:00:00Z");
    assertThat(DutchTime.moment("over 2 uur", NOW)).hasToString("2026-11-23T11:00:00Z");
    assertThat(DutchTime.moment("3 dagen geleden", NOW)).hasToString("2026-11-20T09:00:00Z");
    assertThat(DutchTime.moment("3 dagen geleden 14:30", NOW)).hasToString("2026-11-20T13:30:00Z");
    assertThat(DutchTime.told(NOW)).isEqualTo("maandag 23 november 2026, 10:00");
  }

  @Test
  void a_day_before_the_sixteenth_birthday_is_fifteen_years_and_364_days() {
    var birth = Span.parse("15 jaar 364 dagen").birthOf(LocalDate.of(2026, 11, 23));

    assertThat(Age.at(birth, NOW).years()).isEqualTo(15);
    assertThat(Age.at(birth, NOW.plusSeconds(86_400)).years()).isEqualTo(16);
  }

  @Test
  void five_working_days_after_a_thursday_is_the_next_thursday() {
    var thursday = DutchTime.local(Instant.parse("2026-11-26T09:00:00Z"));

    assertThat(Span.parse("5 werkdagen").after(thursday).toLocalDate())
        .isEqualTo(LocalDate.of(2026, 12, 3));
  }

  @Test
  void a_day_of_last_month_counts_from_today_whatever_day_that_is() {
    var lastOfMarch = Instant.parse("2027-03-31T12:00:00Z");

    assertThat(DutchTime.moment("de 8e van vorige maand 10:00", lastOfMarch))
        .hasToString("2027-02-08T09:00:00Z");
    assertThat(DutchTime.moment("de 28e van deze maand 10:00", lastOfMarch))
        .as("summer time")
        .hasToString("2027-03-28T08:00:00Z");
    assertThat(DutchTime.moment("de 1e van volgende maand 00:05", lastOfMarch))
        .hasToString("2027-03-31T22:05:00Z");
    assertThatThrownBy(() -> DutchTime.moment("de 30e van vorige maand 10:00", lastOfMarch))
        .as("a day that not every month has")
        .hasMessageContaining("is geen tijdstip");
  }

  @Test
  void what_is_no_time_is_refused_in_dutch() {
    assertThatThrownBy(() -> Span.parse("drie dagen")).hasMessageContaining("is geen tijdsduur");
    assertThatThrownBy(() -> DutchTime.date("ooit", NOW)).hasMessageContaining("is geen datum");
  }
}
