package nl.sluis.gateway.subject;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A burgerservicenummer, alive only until it is turned into a key (Wabb 10, UAVG 46).
///
/// Never printed: its text form hides the number.
public final class Bsn {
  private final String digits;

  private Bsn(String digits) {
    this.digits = digits;
  }

  /// Reads a BSN; empty when the text is not nine digits that pass the elfproef.
  public static Optional<Bsn> of(String text) {
    if (text.length() != 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return passesElfproef(text) ? Optional.of(new Bsn(text)) : Optional.empty();
  }

  private static boolean passesElfproef(String text) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += (9 - i) * (text.charAt(i) - '0');
    }
    sum -= text.charAt(8) - '0';
    return sum % 11 == 0 && !text.equals("000000000");
  }

  /// The digits, for the key and for the body of a question to the BRP; for nothing else.
  public String digits() {
    return digits;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bsn bsn && digits.equals(bsn.digits);
  }

  @Override
  public int hashCode() {
    return digits.hashCode();
  }

  @Override
  public String toString() {
    return "Bsn(verborgen)";
  }
}
