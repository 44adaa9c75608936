package nl.sluis.gateway.zaakdossier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.gateway.verzoek.RightsDesk;

/// The number under which the authority knows a breach that was reported (AVG 33): four to forty
/// letters, digits and hyphens with a digit among them, and never a BSN.
///
/// Immutable.
///
/// @param value in capitals
public record ReportNumber(String value) {
  private static final Pattern FORM = Pattern.compile("(?=.*[0-9])[A-Z0-9][A-Z0-9-]{3,39}");

  /// @throws IllegalArgumentException when it has another form
  public ReportNumber {
    if (!FORM.matcher(value).matches() || !RightsDesk.mayBeKept(value)) {
      throw new IllegalArgumentException("no number of a report");
    }
  }

  /// What somebody typed; empty when it is none.
  public static Optional<ReportNumber> of(String typed) {
    var value = typed.strip().toUpperCase(Locale.ROOT);
    return FORM.matcher(value).matches() && RightsDesk.mayBeKept(value)
        ? Optional.of(new ReportNumber(value))
        : Optional.empty();
  }
}
