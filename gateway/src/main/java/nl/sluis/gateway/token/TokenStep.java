package nl.sluis.gateway.token;

/// At which step a token is refused: for the partner that sent it, and asks what is wrong with it.
///
/// Rests on nothing secret: each step judges what the sender itself wrote, by keys that everybody
/// may have.
public enum TokenStep {
  /// It is no bearer token.
  NONE(
      "token-ontbreekt",
      "Bij dit verzoek is geen token gelezen.",
      "Stuur één kop mee: Authorization: Bearer, met het token erachter."),
  /// The organisation is not registered here.
  PARTNER(
      "partner-onbekend",
      "De organisatie van het certificaat is hier niet als partner bekend.",
      "Vraag de beheerder van Sluis of uw aanmelding is afgerond."),
  /// Its door is shut until two people open it.
  SUSPENDED(
      "partner-geschorst",
      "De aansluiting van de organisatie van het certificaat is geschorst.",
      "Neem contact op met de beheerder van Sluis; daarna werkt alles weer zoals het was."),
  /// It is not a compact JWS of the kind we make.
  SHAPE(
      "token-vorm",
      "Het token heeft niet de vorm van een token van Sluis.",
      "Stuur het token precies zoals /v1/token het gaf, zonder het te bewerken."),
  /// No key of ours has the name in its header.
  KEY(
      "token-sleutel-onbekend",
      "Het token noemt een sleutel die Sluis niet (meer) heeft.",
      "Vraag een nieuw token bij /v1/token van deze Sluis."),
  /// Our key did not sign it.
  SIGNATURE(
      "token-handtekening",
      "De handtekening van het token klopt niet.",
      "Vraag een nieuw token; kijk of uw programma of een tussenschakel het token verandert."),
  /// It is not from us, or not for us.
  ADDRESS(
      "token-uitgever",
      "Het token noemt een andere uitgever of ontvanger dan deze Sluis.",
      "Vraag het token bij de Sluis waarmee u verbindt."),
  /// It belongs to another certificate.
  BINDING(
      "token-ander-certificaat",
      "Het token hoort bij een ander certificaat dan dat van deze verbinding.",
      "Vraag een token aan met het certificaat waarmee u verbindt."),
  /// It was issued later than it is now.
  EARLY(
      "token-uit-de-toekomst",
      "Volgens het token is het later dan Sluis denkt.",
      "Meld dit aan de beheerder van Sluis: de klokken van zijn machines verschillen."),
  /// Its time is over.
  EXPIRED(
      "token-verlopen",
      "Het token is verlopen.",
      "Vraag een nieuw token bij /v1/token; het geldt tien minuten."),
  /// Something else, which no partner can bring about.
  OTHER("token-ongeldig", "Het token is niet geldig.", "Vraag een nieuw token bij /v1/token.");

  private final String code;
  private final String sentence;
  private final String remedy;

  TokenStep(String code, String sentence, String remedy) {
    this.code = code;
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /// The stable word.
  public String code() {
    return code;
  }

  /// What is wrong, in Dutch.
  public String sentence() {
    return sentence;
  }

  /// What to do, in Dutch.
  public String remedy() {
    return remedy;
  }
}
