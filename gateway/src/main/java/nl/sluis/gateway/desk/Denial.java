package nl.sluis.gateway.desk;

import java.util.Locale;

/// Every reason for which a partner may not put something on record, or may not be told it.
///
/// The code is part of the published interface: it MUST NOT change once released. What is told in
/// one case may be more precise than [#sentence()].
public enum Denial {
  ROL_NIET_BEVOEGD(
      "Deze rol mag dit niet vastleggen of vragen.", "Laat iemand met een andere rol het doen."),
  MANDAAT_ONTBREEKT(
      "U hebt geen geldig mandaat om dit namens deze organisatie te doen.",
      "Laat de organisatie een mandaat geven voor deze rol en dit doel, of het zelf doen."),
  VIER_OGEN_NODIG(
      "Alleen een organisatie met recht op het BSN koppelt, met twee personen.",
      "Noem in `bevestigdDoor` twee verschillende medewerkers, of vraag de GGD of het CJG."),
  GEEN_RECHT_OP_BSN(
      "Alleen een organisatie met recht op het BSN laat gezag opvragen.",
      "Leg het gezag vast met twee personen, of vraag de GGD of het CJG het te laten opvragen."),
  CODE_ONBEKEND(
      "Met deze code gaat het niet (meer).", "Vraag wie u de brief stuurde om een nieuwe."),
  TE_VEEL_POGINGEN("U hebt vandaag te vaak een code geprobeerd.", "Probeer het morgen weer."),
  NIET_HETZELFDE_KIND(
      "Dit kunnen niet twee verwijzingen naar één kind zijn.",
      "Kijk na om wie het gaat; vraag de organisatie die de brief stuurde als u er niet uitkomt."),
  NIET_DE_VASTE_ONTVANGER(
      "Alleen wie voor deze school het vaste aanspreekpunt levert, houdt dit bij.",
      "Vraag het aan die organisatie; het convenant noemt haar bij de school."),
  ROL_AL_GEKOZEN(
      "Deze persoon koos vandaag al een andere rol.",
      "Sluit die keuze eerst, en kies dan opnieuw."),
  LEDENLIJST_BEVROREN(
      "De ledenlijst van dit overleg is bevroren en verandert niet meer.",
      "Open een nieuw overleg met de leden die nodig zijn."),
  WISSEN_MET_FG(
      "Wissen doet een organisatie met recht op het BSN, met twee personen van wie één de FG is.",
      "Noem in `bevestigdDoor` uw functionaris gegevensbescherming, met `functie` `fg`, en nog"
          + " iemand."),
  BEWAARPLICHT_LOOPT(
      "Wat er van dit kind is vastgelegd moet nu nog bewaard blijven.",
      "Vraag het later opnieuw; wie bezwaar heeft, kan naar de toezichthouder of de rechter."),
  VRAAG_VOORBIJ(
      "Op deze vraag kan geen ja meer worden gezegd.",
      "U hoeft niets te doen; wie het nog wil weten, vraagt het opnieuw."),
  VRAAG_VERANDERD(
      "Er is iets veranderd sinds u deze bladzijde opende; er is niets vastgelegd.",
      "Kijk opnieuw, en beslis dan."),
  AL_GEZEGD("Dit had u al gezegd; er is niets bij gekomen.", "U hoeft niets te doen."),
  AL_TERUGGEROEPEN(
      "Dit bericht is al teruggeroepen, vervangen of teruggegeven; er is niets bij gekomen.",
      "U hoeft niets te doen; een nieuw bericht roept u terug onder zijn eigen transactie."),
  TAAL_ALLEEN_OM_TE_LEZEN(
      "In deze taal kunt u lezen, maar nog geen ja zeggen: nog niemand keek de tekst na.",
      "Kies Nederlands of Engels om ja te zeggen; nee zeggen en stoppen kan in elke taal."),
  VERZOEK_NIET_TE_VERLENGEN(
      "Dit verzoek kan niet (meer) worden verlengd (AVG 12 lid 3).",
      "Verleng één keer, in de eerste termijn en met een reden; een vraag waarom verlengt u niet."),
  VERZOEK_AL_BEANTWOORD(
      "Op dit verzoek is al geantwoord.",
      "U hoeft niets te doen; een nieuw verzoek staat los hiervan."),
  TAAK_EINDIGT_ELDERS(
      "Deze taak gaat niet dicht met een woord alleen.",
      "Doe wat `detail` zegt; daarmee is de taak klaar."),
  TWEEDE_PERSOON_NODIG(
      "Het controlebeleid van uw organisatie vraagt hier twee personen.",
      "Stel het voor op de werklijst, `/toezicht/werk`; een ander bevestigt het daar."),
  CIJFER_NIET_TE_GEVEN(
      "Dit cijfer wordt niet gegeven.",
      "Vraag een periode die voorbij is, een doel dat bestaat, en de indeling van eerder.");

  private final String sentence;
  private final String remedy;

  Denial(String sentence, String remedy) {
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /// What is the matter, in one Dutch sentence.
  public String sentence() {
    return sentence;
  }

  /// What to do, in Dutch.
  public String remedy() {
    return remedy;
  }

  /// The stable word, such as `vier-ogen-nodig`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
