package nl.sluis.gateway.peer;

/// The reason why a certificate is not accepted, precise enough to act on.
///
/// [#detail()] is for our own log; [#explanation()] and [#remedy()] are Dutch and may be shown to
/// the partner.
public final class PeerFault extends Exception {
  private static final long serialVersionUID = 1L;

  /// What can be wrong with a certificate; the code is stable and documented.
  public enum Cause {
    MISSING(
        "certificaat-ontbreekt",
        "Er is geen certificaat aangeboden.",
        "Stuur bij het opzetten van de verbinding uw PKIoverheid-certificaat mee."),
    UNKNOWN_ISSUER(
        "certificaat-onbekende-uitgever",
        "De uitgever van het certificaat wordt hier niet vertrouwd.",
        "Gebruik een certificaat onder de afgesproken stamuitgever en stuur de hele keten mee."),
    CHAIN_INCOMPLETE(
        "certificaatketen-onvolledig",
        "Het certificaat van de uitgever is niet meegestuurd en is hier niet bekend.",
        "Stuur na uw eigen certificaat ook de tussencertificaten mee, tot aan de stam."),
    EXPIRED(
        "certificaat-verlopen",
        "De geldigheid van het certificaat is voorbij.",
        "Vraag een nieuw certificaat aan en vervang het oude."),
    NOT_YET_VALID(
        "certificaat-nog-niet-geldig",
        "Het certificaat is nog niet geldig.",
        "Controleer de klok van uw systeem en de ingangsdatum van het certificaat."),
    REVOKED(
        "certificaat-ingetrokken",
        "Het certificaat is ingetrokken.",
        "Gebruik een ander certificaat; neem bij twijfel contact op met uw uitgever."),
    WITHOUT_OIN(
        "certificaat-zonder-oin",
        "Het certificaat noemt geen OIN in Subject.serialNumber.",
        "Vraag een certificaat aan waarin uw OIN staat (Digikoppeling PKI001)."),
    WRONG_USE(
        "certificaat-verkeerd-gebruik",
        "Het certificaat is niet bedoeld om u als partner bekend te maken.",
        "Gebruik een certificaat met het gebruik clientAuth en een digitale handtekening."),
    LIST_MISSING(
        "crl-ontbreekt",
        "Van de uitgever van het certificaat is geen intrekkingslijst beschikbaar.",
        "Probeer het later opnieuw; de beheerder van Sluis is gewaarschuwd."),
    LIST_STALE(
        "crl-verouderd",
        "De intrekkingslijst van de uitgever van het certificaat is verouderd.",
        "Probeer het later opnieuw; de beheerder van Sluis is gewaarschuwd."),
    OCSP_MISSING(
        "ocsp-ontbreekt",
        "De OCSP-dienst van de uitgever van het certificaat gaf geen antwoord.",
        "Probeer het later opnieuw; de beheerder van Sluis is gewaarschuwd."),
    OCSP_STALE(
        "ocsp-verouderd",
        "Het antwoord van de OCSP-dienst over het certificaat is verouderd.",
        "Probeer het later opnieuw; de beheerder van Sluis is gewaarschuwd."),
    OCSP_INVALID(
        "ocsp-ongeldig",
        "Het antwoord van de OCSP-dienst over het certificaat is niet te geloven.",
        "Probeer het later opnieuw; de beheerder van Sluis is gewaarschuwd."),
    OCSP_UNKNOWN(
        "ocsp-onbekend",
        "De OCSP-dienst van de uitgever kent het certificaat niet.",
        "Vraag uw uitgever of hij dit certificaat heeft uitgegeven en gemeld.");

    private final String code;
    private final String explanation;
    private final String remedy;

    Cause(String code, String explanation, String remedy) {
      this.code = code;
      this.explanation = explanation;
      this.remedy = remedy;
    }

    /// The stable word for this cause, such as `certificaat-verlopen`.
    public String code() {
      return code;
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

  PeerFault(Cause cause, String detail) {
    super(cause.code + ": " + detail);
    this.cause = cause;
    this.detail = detail;
  }

  /// Which certificate or list, its issuer and its age, for our own log.
  public String detail() {
    return detail;
  }

  /// What is wrong.
  public Cause reason() {
    return cause;
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
}
