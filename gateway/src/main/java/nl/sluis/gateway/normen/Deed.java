package nl.sluis.gateway.normen;

import nl.sluis.gateway.logbook.EntryKind;

/// What each kind of row is as an act of processing: its sentence, and to which activity it
/// belongs.
///
/// A kind that is not in the switch does not compile: no kind of row can be forgotten.
///
/// @param place to which activity it belongs
/// @param code the activity of Sluis itself, such as `gezag`; empty when there is none
/// @param sentence what was done, in plain Dutch, without anything of anybody
/// @param act what it did to the data, by the letters of NEN 7513: C made, R read, U changed, D
///   removed, E carried out
record Deed(Place place, String code, String sentence, char act) {
  /// Where the activity is found.
  enum Place {
    /// That of the purpose of the convenant; without a purpose, that of Sluis itself.
    PURPOSE,
    /// One of Sluis itself.
    OWN,
    /// None: no data on a person is processed, or only the name of an organisation.
    NONE
  }

  static Deed of(EntryKind kind) {
    return switch (kind) {
      case ACCEPTED -> exchange("Bericht aangenomen", 'C');
      case DISCLOSED -> exchange("Bericht verstrekt", 'R');
      case REDELIVERED -> exchange("Hetzelfde bericht nog eens uitgereikt", 'R');
      case NOT_DELIVERED -> exchange("Bericht niet uitgereikt", 'E');
      case REFUSED -> exchange("Bericht geweigerd", 'E');
      case HELD -> exchange("Bericht aangehouden", 'E');
      case CONFIRMED -> exchange("Ontvangst bevestigd", 'E');
      case LAPSED -> exchange("Bericht vervallen", 'E');
      case REMINDER -> exchange("Aan een bericht herinnerd", 'E');
      case SHREDDED -> exchange("Inhoud onleesbaar gemaakt", 'D');
      case DELIVERED -> own("acute-melding", "Melding van acuut gevaar bezorgd", 'E');
      case HANDOVER -> own("acute-melding", "Melding overgedragen aan een andere regio", 'E');
      case ESCALATION -> own("taken", "Aandacht gevraagd voor wat te lang wacht", 'E');
      case TASK -> own("taken", "Taak voor een medewerker geopend of afgedaan", 'C');
      case SIGNAL -> own("taken", "Iets gezien waar iemand naar moet kijken", 'C');
      case CONSENT -> own("toestemming", "Uitspraak over toestemming vastgelegd", 'C');
      case WITHDRAWAL -> own("toestemming", "Intrekking vastgelegd", 'U');
      case CONSENT_ENDED -> own("toestemming", "Einde van een toestemming vastgelegd", 'U');
      case COURT -> own("toestemming", "Uitspraak van de rechter vastgelegd", 'C');
      case JUDGEMENT -> own("toestemming", "Oordeel van een professional vastgelegd", 'C');
      case REQUEST -> own("toestemming", "Toestemming gevraagd", 'C');
      case NOTICE -> own("toestemming", "Kennisgeving gegeven of beantwoord", 'C');
      case INVITATION -> own("toestemming", "Uitgenodigd voor een verjaardag", 'C');
      case CLAIM -> own("toestemming", "Gesprek gemeld of betwist", 'C');
      case READING -> own("toestemming", "Tekst klaargelegd, gelezen of tegengehouden", 'C');
      case SUBJECT_REQUEST ->
          own("rechten", "Verzoek van een betrokkene gesteld of behandeld", 'C');
      case RECEIPT -> own("toestemming", "Bewijs van toestemming gegeven", 'R');
      case CONDITION -> own("toestemming", "Voorwaarde vastgelegd", 'C');
      case STOP_MESSAGE -> own("stoppen", "Ontvanger gevraagd te stoppen", 'C');
      case STOP_CONFIRMED -> own("stoppen", "Ontvanger zei wat hij met een stop deed", 'U');
      case RECALL -> exchange("Verstuurd bericht teruggeroepen", 'U');
      case REPLACEMENT -> exchange("Verstuurd bericht door een ander vervangen", 'U');
      case RECALL_ANSWERED -> exchange("Ontvanger zei wat hij met een terugroeping deed", 'U');
      case RETURN -> exchange("Ontvangen bericht teruggegeven", 'D');
      case GEZAG -> own("gezag", "Gezag vastgelegd", 'C');
      case RESTRICTION -> own("beperking", "Beperking, bezwaar of afscherming vastgelegd", 'C');
      case EMBARGO -> own("verbergen", "Iets voor een tijd verborgen, of weer getoond", 'U');
      case ONLOOKER -> own("meekijken", "Meekijken toegestaan of gestopt", 'U');
      case LINK -> own("koppelen", "Verwijzingen gekoppeld of losgemaakt", 'U');
      case OVERLEG -> own("overleg", "Overleg geopend, veranderd of bekeken", 'C');
      case REVIEW -> own("nacontrole", "Teruggekeken op wat om veiligheid ging", 'C');
      case CASE -> own("zaken", "Zaak van een privacy officer geopend of behandeld", 'C');
      case AGREEMENT -> own("meetekenen", "Tweede persoon tekende mee", 'C');
      case INSPECTION -> own("inzage", "Vastgelegde gegevens ingezien", 'R');
      case ERASURE -> own("wissen", "Gegevens gewist", 'D');
      case ERASURE_DECIDED -> own("wissen", "Over een verzoek om wissen besloten", 'C');
      case PERSON -> own("medewerkers", "Rol van een medewerker vastgelegd", 'C');
      case CONTACT -> own("medewerkers", "Contactpunt vastgelegd", 'C');
      case QUESTION,
          COUNT,
          HALT,
          PARTNER,
          MANDATE,
          SUBSCRIPTION,
          KEY,
          CONVENANT,
          CONTROL_POLICY,
          MONTH,
          RESTORED,
          EPOCH,
          START,
          STOP ->
          new Deed(Place.NONE, "", "", 'E');
    };
  }

  private static Deed exchange(String sentence, char act) {
    return new Deed(Place.PURPOSE, "uitwisseling", sentence, act);
  }

  private static Deed own(String code, String sentence, char act) {
    return new Deed(Place.OWN, code, sentence, act);
  }
}
