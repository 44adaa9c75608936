package nl.sluis.consent.subject;

import java.util.HexFormat;
import java.util.regex.Pattern;

/// A keyed hash of a reference or a label, made with a key that is not in the database.
///
/// Immutable; may be shared between threads.
///
/// @param hex the hash in lower-case hexadecimal
public record Hmac(String hex) {
  private static final Pattern FORM = Pattern.compile("([0-9a-f]{2}){16,64}");

  /// @throws IllegalArgumentException when it is not 16 to 64 bytes in hexadecimal
  public Hmac {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("a keyed hash has 16 to 64 bytes");
    }
  }

  /// The hash with these bytes.
  public static Hmac of(byte[] bytes) {
    return new Hmac(HexFormat.of().formatHex(bytes));
  }

  /// Its bytes.
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
