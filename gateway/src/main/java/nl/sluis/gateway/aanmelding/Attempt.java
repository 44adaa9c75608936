package nl.sluis.gateway.aanmelding;

/// One attempt to log in, which one browser began: all that goes to the provider and must come back
/// follows from the secret in its cookie, so that nothing about it has to be kept but that it was
/// begun.
///
/// @param secret in the cookie
record Attempt(BrowserSecret secret) {
  private static final String STATE = "staat 1";

  /// By which the table knows it.
  byte[] key() {
    return secret.derived("poging 1");
  }

  /// Comes back with the browser (OAuth 2.0, RFC 6749 10.12).
  String state() {
    return secret.word(STATE);
  }

  /// Is this what comes back?
  boolean isState(String said) {
    return secret.isWord(STATE, said);
  }

  /// Comes back in the ID token (OpenID Connect Core 3.1.2.1).
  String nonce() {
    return secret.word("nonce 1");
  }

  /// Shows that who brings the code began the attempt (PKCE, RFC 7636).
  String verifier() {
    return secret.word("pkce 1");
  }
}
