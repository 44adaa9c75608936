package nl.sluis.gateway.werkplek.opstellen;

import nl.sluis.policies.question.ScanFinding;

/// What reading found, as an order to who is writing. Pure.
final class OwnWords {
  private OwnWords() {}

  /// What to do about it.
  static String of(ScanFinding found) {
    return switch (found) {
      case BSN_IN_TEKST -> "er staat een getal in dat een BSN kan zijn; haal het weg.";
      case IDENTIFICEREND ->
          "dit kan iemand aanwijzen, en deze vraag gaat over niemand; schrijf het algemener.";
      case VORM_ONJUIST -> "dit heeft niet de vorm die het convenant geeft.";
      case VERBODEN_ONDERWERP -> "dit gaat over iets dat hier niet mag staan; haal het weg.";
      case HERLEIDBAAR,
          GEDOMINEERD,
          TE_VEEL_CIJFERS,
          MUUR,
          ROL_NIET_GEKOZEN,
          ONTVANGER_ZONDER_OTS,
          GEEN_MENSELIJK_BESLUIT,
          NIET_GEVRAAGD,
          ANDERE_TEKST,
          TEGENGEHOUDEN ->
          "dit beoordeelt Sluis.";
    };
  }
}
