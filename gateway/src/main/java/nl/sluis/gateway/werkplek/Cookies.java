package nl.sluis.gateway.werkplek;

/// The cookies of the desk: of this host alone, for no script, over TLS (RFC 6265bis, `__Host-`).
final class Cookies {
  private Cookies() {}

  /// Without an end of its own: it goes when the browser closes.
  static String kept(String name, String value) {
    return name + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Lax";
  }

  /// For this many seconds.
  static String kept(String name, String value, long seconds) {
    return kept(name, value) + "; Max-Age=" + seconds;
  }

  static String gone(String name) {
    return kept(name, "", 0);
  }
}
