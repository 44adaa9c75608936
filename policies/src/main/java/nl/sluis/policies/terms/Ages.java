package nl.sluis.policies.terms;

import java.util.Optional;

/// The ages for which something is, in whole years.
///
/// @param from the youngest age; zero when nobody is too young
/// @param until the first age that is too old; empty when nobody is
public record Ages(int from, Optional<Integer> until) {
  /// Everybody, also whoever's age is not known.
  public static final Ages ALL = new Ages(0, Optional.empty());

  /// @throws IllegalArgumentException when nobody has such an age
  public Ages {
    if (from < 0 || until.filter(end -> end <= from).isPresent()) {
      throw new IllegalArgumentException("somebody has the age");
    }
  }

  /// Does age not matter?
  public boolean isEverybody() {
    return equals(ALL);
  }

  /// Is it for somebody of this age?
  public boolean hold(Age age) {
    return !age.isBelow(from) && until.filter(end -> !age.isBelow(end)).isEmpty();
  }

  /// In Dutch, such as `van 15 tot 23 jaar`.
  public String words() {
    if (isEverybody()) {
      return "alle leeftijden";
    }
    var end = until.map(years -> "tot " + years + " jaar");
    return from == 0
        ? end.orElseThrow()
        : end.map(e -> "van " + from + " " + e).orElse("vanaf " + from + " jaar");
  }
}
