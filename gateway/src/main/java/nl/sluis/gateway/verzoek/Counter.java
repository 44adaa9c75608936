package nl.sluis.gateway.verzoek;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a complaint lands at an organisation. The Autoriteit Persoonsgegevens stands outside it:
/// to complain there one goes there oneself (AVG 77).
public enum Counter {
  /// Those who judge complaints about how people were treated (Jeugdwet 4.2.1, Awb 9:1, WPO 14).
  KLACHTENCOMMISSIE,
  /// The data protection officer (AVG 38(4)).
  FG;

  /// The Dutch word, in forms, tables and rows.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one with this Dutch word, if there is one.
  static Optional<Counter> of(String code) {
    return Arrays.stream(values()).filter(counter -> counter.code().equals(code)).findFirst();
  }
}
