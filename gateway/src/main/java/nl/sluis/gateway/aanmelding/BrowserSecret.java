package nl.sluis.gateway.aanmelding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// A random value of 256 bits that one browser holds in a cookie and nobody else has.
///
/// Everything else is made of it, each with a label of its own: what the table knows it by, what
/// goes to the provider, the token in forms. None of these leads back to it or to another, so that
/// who reads the whole table can be nobody. Immutable; may be shared between threads.
final class BrowserSecret {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int BYTES = 32;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final String value;

  private BrowserSecret(String value) {
    this.value = value;
  }

  /// A new one.
  static BrowserSecret fresh(SecureRandom random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new BrowserSecret(ENCODER.encodeToString(bytes));
  }

  /// The one in a cookie; empty when that was never ours.
  static Optional<BrowserSecret> of(String cookie) {
    return FORM.matcher(cookie).matches()
        ? Optional.of(new BrowserSecret(cookie))
        : Optional.empty();
  }

  /// As it stands in the cookie; MUST go nowhere else.
  String cookie() {
    return value;
  }

  /// The 32 bytes under this label.
  byte[] derived(String label) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(("sluis " + label + "\n").getBytes(StandardCharsets.US_ASCII));
      return digest.digest(value.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  /// The same as 43 characters for an address or a form.
  String word(String label) {
    return ENCODER.encodeToString(derived(label));
  }

  /// Is this the word under that label? Takes as long for every answer.
  boolean isWord(String label, String said) {
    return MessageDigest.isEqual(
        word(label).getBytes(StandardCharsets.UTF_8), said.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "secret of a browser";
  }
}
