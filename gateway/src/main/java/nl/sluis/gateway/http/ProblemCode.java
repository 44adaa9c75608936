package nl.sluis.gateway.http;

import java.util.Locale;

/// Every problem that is not about a certificate, a token, the form of a message or a role.
///
/// The code is part of the published interface: it MUST NOT change once released.
public enum ProblemCode {
  AANGEHOUDEN(409, "Aangehouden", "Er ontbreekt nog iets dat u kunt aanvullen."),
  GEWEIGERD(403, "Geweigerd", "Dit mag niet langs deze weg worden gedeeld."),
  JTI_BOTSING(
      409, "Nummer al gebruikt", "Deze `jti` hoort bij een ander bericht; gebruik een nieuwe."),
  INVOER_ONJUIST(400, "De invoer klopt niet", "Herstel wat in `fouten` staat."),
  FSC_NUMMER_ONTBREEKT(
      400,
      "Het nummer van de FSC-transactie ontbreekt",
      "Stuur met `Fsc-Authorization` ook `Fsc-Transaction-Id` mee: een nieuwe UUID van versie 7."),
  FSC_NUMMER_ONJUIST(
      400,
      "Het nummer van de FSC-transactie klopt niet",
      "Zet in `Fsc-Transaction-Id` één UUID van versie 7, in kleine letters."),
  VERKLARING_ONJUIST(
      400,
      "De verklaring is niet in orde",
      "Herstel wat er staat, laat de partij opnieuw tekenen en stuur de verklaring opnieuw."),
  NIET_GEVONDEN(404, "Niet gevonden", "Er is niets voor u onder deze naam."),
  METHODE_ONBEKEND(
      405, "Deze methode bestaat hier niet", "Gebruik de methode die bij deze weg hoort."),
  ANTWOORDVORM_ONBEKEND(
      406, "Deze vorm van antwoord bestaat niet", "Laat `Accept` weg of vraag om JSON."),
  TE_LANGZAAM(
      408, "Het verzoek kwam niet op tijd af", "Stuur het verzoek opnieuw, in één keer heel."),
  TE_GROOT(413, "Het bericht is te groot: ten hoogste 256 KiB", "Stuur minder in één keer."),
  SOORT_ONBEKEND(
      415,
      "Dit soort inhoud wordt hier niet aanvaard",
      "Zet `Content-Type` op wat bij deze weg hoort."),
  VERZOEK_ONJUIST(
      400,
      "Verzoek onjuist",
      "Dit is geen HTTP-verzoek zoals het hoort; herstel het en stuur opnieuw."),
  TE_VEEL(
      429,
      "Meer dan uw aandeel",
      "Wacht zo lang als `Retry-After` zegt en stuur hetzelfde opnieuw; er is niets gedaan."),
  TE_DRUK(503, "Te druk", "Stuur hetzelfde bericht opnieuw; er is niets gedaan."),
  NIET_VASTGELEGD(
      503,
      "Niet bevestigd",
      "Stuur hetzelfde bericht opnieuw met dezelfde `jti`: u krijgt het antwoord dat gold."),
  DATABASE_ONBEREIKBAAR(
      503,
      "De database is onbereikbaar",
      "Alleen een melding van acuut gevaar gaat nu door; probeer het andere later."),
  ALLEEN_ACUUT(
      503,
      "Alleen acuut gevaar gaat nu door",
      "De gateway startte zonder database; probeer het andere later."),
  GEZAGSBRON_ONBEREIKBAAR(
      503,
      "De gezagsbron geeft nu geen antwoord",
      "Wat al vastligt geldt tot het verouderd is. Probeer het later, of leg het vast met twee"
          + " personen."),
  STORING(500, "Er ging iets mis", "De beheerder van Sluis heeft een melding.");

  private final int status;
  private final String title;
  private final String detail;

  ProblemCode(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// What is wrong, in Dutch, without a full stop.
  public String title() {
    return title;
  }

  /// What to do, in Dutch.
  public String detail() {
    return detail;
  }

  /// The stable word, such as `te-druk`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
