package nl.sluis.gateway.logbook;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// How long the details of a row can be read, counted from the instant at which it is written.
///
/// Immutable. The end is that of a calendar month (UTC), for all rows of a month end together: a
/// row is readable for its term and at most one month more (AVG 5(1)(e); point of law J11).
///
/// @param length years, months and days, from one day to a hundred years
public record Term(Period length) {
  /// What holds for a row when its rule says nothing: five years.
  public static final Term FIVE_YEARS = new Term(Period.ofYears(5));

  private static final int MOST_MONTHS = 1_200;
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("'bewaar-'yyyyMM").withZone(ZoneOffset.UTC);

  /// @throws IllegalArgumentException when it is no time at all, or no term anybody can mean
  public Term {
    if (length.isZero() || length.isNegative() || length.toTotalMonths() > MOST_MONTHS) {
      throw new IllegalArgumentException("a row is kept for a day at least, and for 100 years");
    }
  }

  /// The name of the key of the month in which a row that is written now ends, such as
  /// `bewaar-203111`. Once that month is over the key may be destroyed.
  public String keyFrom(Instant written) {
    return MONTH.format(written.atOffset(ZoneOffset.UTC).plus(length));
  }
}
