package nl.sluis.policies.cijfers;

import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A year, a quarter or a month in which something was counted.
///
/// @param code such as `2026`, `2026-K3` or `2026-09`
/// @param first its first month
/// @param months how many months it has
public record Period(String code, YearMonth first, int months) {
  private static final Pattern FORM = Pattern.compile("([0-9]{4})(?:-(0[1-9]|1[0-2])|-K([1-4]))?");

  /// The period with this code; empty when there is none.
  public static Optional<Period> of(String code) {
    var form = FORM.matcher(code);
    if (!form.matches()) {
      return Optional.empty();
    }
    int year = Integer.parseInt(form.group(1));
    if (form.group(2) != null) {
      return Optional.of(new Period(code, YearMonth.of(year, Integer.parseInt(form.group(2))), 1));
    }
    if (form.group(3) != null) {
      int quarter = Integer.parseInt(form.group(3));
      return Optional.of(new Period(code, YearMonth.of(year, 3 * quarter - 2), 3));
    }
    return Optional.of(new Period(code, YearMonth.of(year, 1), 12));
  }

  /// The first month after it.
  public YearMonth end() {
    return first.plusMonths(months);
  }

  /// Its months, as values of an axis.
  public Set<String> values() {
    var values = new TreeSet<String>();
    for (int i = 0; i < months; i++) {
      values.add(first.plusMonths(i).toString());
    }
    return values;
  }
}
