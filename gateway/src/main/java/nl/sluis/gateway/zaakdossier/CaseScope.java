package nl.sluis.gateway.zaakdossier;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;

/// Which rows of the own organisation a case is about. Immutable.
///
/// @param other the organisation on the other side; empty for any
/// @param direction which way the data went, seen from the own organisation
/// @param from the first day, in Europe/Amsterdam
/// @param to the last day
public record CaseScope(Optional<Oin> other, Direction direction, LocalDate from, LocalDate to) {
  /// How many days one case can be about: two months and a bit.
  public static final int MOST_DAYS = 92;

  /// Which way data went.
  public enum Direction {
    /// Either way.
    ALLES,
    /// The own organisation gave.
    GEGEVEN,
    /// The own organisation got.
    GEKREGEN;

    /// The Dutch word.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The direction with this word, if there is one.
    public static Optional<Direction> of(String code) {
      return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
  }

  /// @throws IllegalArgumentException when it ends before it begins or is too long
  public CaseScope {
    if (from.isAfter(to) || from.plusDays(MOST_DAYS).isBefore(to)) {
      throw new IllegalArgumentException("a case is about 1 to " + MOST_DAYS + " days");
    }
  }
}
