package nl.sluis.gateway.token;

/// The reason why no token is given, or why one is not accepted.
///
/// What the partner is told is less than what we log: a forged token is only ever `token-ongeldig`.
public final class TokenFault extends Exception {
  private static final long serialVersionUID = 1L;

  /// What can be wrong, with the word of OAuth, the status, and Dutch for the partner.
  public enum Cause {
    BAD_REQUEST(
        400,
        "invalid_request",
        "token-aanvraag-onvolledig",
        "De aanvraag van een token is niet volledig.",
        "Stuur grant_type, client_assertion_type en client_assertion, elk één keer, als"
            + " formulier."),
    OTHER_GRANT(
        400,
        "unsupported_grant_type",
        "token-aanvraag-onbekend",
        "Dit soort aanvraag bestaat hier niet.",
        "Gebruik grant_type=client_credentials met een ondertekende client_assertion."),
    BAD_ASSERTION(
        401,
        "invalid_client",
        "client-assertion-ongeldig",
        "De ondertekende client_assertion is niet geldig.",
        "Controleer sleutel, iss, sub, aud en exp (ten hoogste 60 seconden vooruit) en uw klok."),
    USED_ASSERTION(
        401,
        "invalid_client",
        "client-assertion-hergebruikt",
        "Deze client_assertion is al gebruikt.",
        "Maak voor elke aanvraag een nieuwe, met een nieuwe jti."),
    NO_TOKEN(
        401,
        "invalid_token",
        "token-ontbreekt",
        "Er is geen token meegestuurd.",
        "Vraag een token bij /v1/token en stuur het mee als Authorization: Bearer."),
    BAD_TOKEN(
        401,
        "invalid_token",
        "token-ongeldig",
        "Het token is niet geldig.",
        "Vraag een nieuw token bij /v1/token."),
    EXPIRED_TOKEN(
        401,
        "invalid_token",
        "token-verlopen",
        "Het token is verlopen.",
        "Vraag een nieuw token bij /v1/token."),
    OTHER_CERTIFICATE(
        401,
        "invalid_token",
        "token-ander-certificaat",
        "Het token hoort bij een ander certificaat dan dat van deze verbinding.",
        "Vraag een token aan met het certificaat waarmee u verbindt."),
    SUSPENDED(
        403,
        "access_denied",
        "partner-geschorst",
        "Uw aansluiting is geschorst; alleen een melding van acuut gevaar gaat door.",
        "Neem contact op met de beheerder van Sluis; daarna werkt alles weer zoals het was.");

    private final int status;
    private final String oauthError;
    private final String code;
    private final String explanation;
    private final String remedy;

    Cause(int status, String oauthError, String code, String explanation, String remedy) {
      this.status = status;
      this.oauthError = oauthError;
      this.code = code;
      this.explanation = explanation;
      this.remedy = remedy;
    }

    /// The stable word for this cause, such as `token-verlopen`.
    public String code() {
      return code;
    }

    /// The HTTP status to answer with.
    public int status() {
      return status;
    }

    /// What is wrong, in Dutch, for the partner.
    public String explanation() {
      return explanation;
    }

    /// What the partner can do about it, in Dutch.
    public String remedy() {
      return remedy;
    }
  }

  private final Cause cause;
  private final String detail;

  TokenFault(Cause cause, String detail) {
    super(cause.code + ": " + detail);
    this.cause = cause;
    this.detail = detail;
  }

  /// What is wrong.
  public Cause reason() {
    return cause;
  }

  /// The HTTP status to answer with.
  public int status() {
    return cause.status;
  }

  /// The word of RFC 6749 5.2 or RFC 6750 3.1.
  public String oauthError() {
    return cause.oauthError;
  }

  /// The stable word for what is wrong.
  public String code() {
    return cause.code;
  }

  /// What is wrong, in Dutch, for the partner.
  public String explanation() {
    return cause.explanation;
  }

  /// What the partner can do about it, in Dutch.
  public String remedy() {
    return cause.remedy;
  }

  /// What exactly was wrong, for our own log; never holds the token.
  public String detail() {
    return detail;
  }
}
