package nl.sluis.gateway.werkplek.gesprek;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import nl.sluis.gateway.message.Base64Url;

/// Numbers of what is signed here, drawn as every connected system draws them: by such a number
/// nobody can tell who sat at a desk. Thread-safe.
final class Drawn {
  private static final int BYTES = 16;
  private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_-]{22}");

  private Drawn() {}

  static String number() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64Url.encode(bytes);
  }

  /// Can this have been drawn here?
  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }
}
