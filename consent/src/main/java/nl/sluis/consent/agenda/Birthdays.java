package nl.sluis.consent.agenda;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;

/// The birthdays at which others decide or see (domain 2.4), and the days before them on which the
/// person is told (design 10.12).
///
/// At 23 purposes end and nobody's yes changes, so that nobody is invited to give one. All of it is
/// computed; on the agenda stands only the next of them.
public final class Birthdays {
  private static final List<Integer> BOUNDARIES = List.of(12, 16, 18);
  private static final List<Integer> DAYS = List.of(90, 30, 7, 0);

  private Birthdays() {}

  /// One moment: some days before a birthday, or the birthday itself.
  ///
  /// @param boundary the age that is reached
  /// @param days how many days before; zero on the day itself
  /// @param day the birthday
  public record Step(int boundary, int days, LocalDate day) {
    /// From when, in Amsterdam.
    public Instant at() {
      return midnight(day.minusDays(days));
    }

    /// The first instant of the birthday.
    public Instant birthday() {
      return midnight(day);
    }

    /// Has the birthday come?
    public boolean isReached() {
      return days == 0;
    }

    private static Instant midnight(LocalDate day) {
      return day.atStartOfDay(Age.CALENDAR).toInstant();
    }
  }

  /// The first step after this instant; empty for somebody past the last birthday.
  public static Optional<Step> next(LocalDate birth, Instant after) {
    return steps(birth)
        .filter(step -> step.at().isAfter(after))
        .min(Comparator.comparing(Step::at));
  }

  /// The last step before or at this instant: what was missed before it is not made up for.
  public static Optional<Step> last(LocalDate birth, Instant at) {
    return steps(birth).filter(step -> !step.at().isAfter(at)).max(Comparator.comparing(Step::at));
  }

  /// From when to look whether the next step has come: the first day of its quarter of the year,
  /// and within that quarter each day. The agenda is not sealed, and the day itself would tell the
  /// birthday.
  public static Instant look(Step next, Instant now) {
    var quarter =
        next.day()
            .minusDays(next.days())
            .with(IsoFields.DAY_OF_QUARTER, 1)
            .atStartOfDay(Age.CALENDAR)
            .toInstant();
    var tomorrow =
        now.atZone(Age.CALENDAR).toLocalDate().plusDays(1).atStartOfDay(Age.CALENDAR).toInstant();
    return quarter.isAfter(now) ? quarter : tomorrow;
  }

  /// What to put on the agenda when this birth date is told: now when a step lies behind, for it
  /// may not have been taken.
  ///
  /// @param organisation who told
  public static Optional<Appointment> told(
      UUID subject, LocalDate birth, Oin organisation, Instant now) {
    return last(birth, now)
        .map(_ -> now)
        .or(() -> next(birth, now).map(step -> look(step, now)))
        .map(due -> Appointment.birthday(subject, organisation, due));
  }

  private static Stream<Step> steps(LocalDate birth) {
    return BOUNDARIES.stream()
        .flatMap(boundary -> DAYS.stream().map(d -> new Step(boundary, d, day(birth, boundary))));
  }

  /// Born on 29 February, one is a year older on 1 March in a common year.
  private static LocalDate day(LocalDate birth, int boundary) {
    var same = birth.plusYears(boundary);
    return same.getDayOfMonth() == birth.getDayOfMonth() ? same : same.plusDays(1);
  }
}
