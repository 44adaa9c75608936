package nl.sluis.policies.terms;

import java.util.Locale;
import java.util.Optional;

/// Every reason for which a message does not pass whole, with what the sender can do about it.
///
/// What a sender hears is less than what is logged: [#toldOn] says under which word.
public enum Reason {
  PARTIJ_ONBEKEND(
      "Deze organisatie staat niet in het convenant.",
      "Controleer het OIN, of vraag de convenantbeheerder hoe de organisatie kan toetreden."),
  PARTIJ_NIET_TOEGETREDEN(
      "Deze organisatie is op deze dag niet aan het convenant gebonden.",
      "Vraag de convenantbeheerder vanaf welke dag de organisatie is toegetreden."),
  PARTIJ_GESCHORST(
      "Deze organisatie mag op dit moment niets uitwisselen.",
      "Deel nu niets langs deze weg; vraag de convenantbeheerder naar de schorsing."),
  MANDAAT_ONTBREEKT(
      "U mag niet namens deze organisatie sturen.",
      "Vraag de organisatie om een mandaat voor deze rol en dit doel, of laat haar zelf sturen."),
  STILGELEGD(
      "Deze uitwisseling staat nu stil.",
      "Stuur dit later opnieuw, of vraag de beheerder van Sluis wanneer het weer kan."),
  CONVENANT_NIET_GELDIG(
      "Er is op dit moment geen geldig convenant voor deze uitwisseling.",
      "Deel nu niets langs deze weg; vraag de convenantbeheerder naar de nieuwe versie."),
  VERSIE_NIET_ONDERTEKEND(
      "Een van beide organisaties heeft de geldende versie van het convenant niet ondertekend.",
      "Deel nu niets langs deze weg; vraag de convenantbeheerder wie nog moet tekenen."),
  GEMEENTE_ONBEKEND(
      "Het is niet bekend in welke gemeente dit kind woont, en daarmee welk convenant geldt.",
      "Leg de woongemeente van het kind vast en stuur het bericht opnieuw met `vervolgOp`."),
  CONVENANT_IS_VOORBEELD(
      "Dit convenant is een voorbeeld en is door niemand vastgesteld.",
      "Deel dit niet langs deze weg; vraag de convenantbeheerder wanneer het is vastgesteld."),
  JURIDISCH_NIET_BESLOTEN(
      "Over deze regel moet een jurist nog een besluit nemen.",
      "Deel dit niet langs deze weg; vraag de convenantbeheerder wanneer het besluit valt."),
  DOEL_NIET_IN_CONVENANT(
      "Dit doel staat niet in het convenant.", "Kies een doel uit het convenant, of deel niet."),
  ROL_NIET_BEVOEGD(
      "Het convenant laat dit doel niet toe tussen deze twee rollen.",
      "Laat iemand met de juiste rol sturen, of kies de ontvanger die het convenant noemt."),
  NIET_DE_VASTE_ONTVANGER(
      "De ontvanger is niet het vaste aanspreekpunt van uw organisatie.",
      "Stuur het naar het vaste aanspreekpunt dat in het convenant bij uw organisatie staat."),
  CATEGORIE_NIET_TOEGESTAAN(
      "Deze gegevens mogen bij dit doel niet mee.",
      "Laat deze categorie weg, of kies `lever-rest`."),
  CATEGORIE_ONTBREEKT(
      "Zonder deze gegevens heeft de ontvanger niets aan het bericht.", "Voeg deze categorie toe."),
  BSN_NIET_TOEGESTAAN(
      "Een BSN mag hier niet staan.",
      "Haal het BSN weg, ook uit vrije tekst, en gebruik uw eigen kenmerk of een koppelcode."),
  NOODZAAK_NIET_GEMOTIVEERD(
      "Bij deze gegevens hoort een zin die zegt waarom ze nodig zijn.",
      "Schrijf in ten minste twintig tekens waarom de ontvanger dit moet weten, of laat het weg."),
  VERZEGELING_ONJUIST(
      "Deze gegevens reizen verzegeld waar ze leesbaar moeten zijn, of andersom.",
      "Kijk bij de regel welke categorieën verzegeld gaan en welke gescand worden."),
  VORM_ONJUIST(
      "Deze gegevens hebben niet de vorm die het convenant voorschrijft.",
      "Vergelijk het bericht met het schema van deze categorie; andere velden zijn niet"
          + " toegestaan."),
  VERBODEN_ONDERWERP(
      "De tekst gaat over iets dat bij deze gegevens niet mag staan.",
      "Haal het verboden onderwerp weg, zoals de reden van verzuim."),
  IDENTIFICEREND_IN_ANONIEME_STROOM(
      "Deze tekst kan naar een persoon wijzen, en dit is een anonieme weg.",
      "Schrijf de vraag zonder naam, datum, adres of school met groep, of kies een andere weg."),
  VOORWAARDE_ONTBREEKT(
      "Er moet eerst nog iets gebeurd zijn.",
      "Doe wat ontbreekt, leg het vast en stuur het bericht opnieuw met `vervolgOp`."),
  GEEN_GELDIGE_TOESTEMMING(
      "Er is voor deze uitwisseling geen geldige toestemming.",
      "Deel dit niet. Bespreek met het gezin of het wil dat u dit deelt."),
  LEEFTIJD_ONBEKEND(
      "Deze regel is voor een bepaalde leeftijd, en de geboortedatum is niet bekend.",
      "Leg de geboortedatum vast met bron en datum, en stuur het bericht opnieuw met `vervolgOp`."),
  LEEFTIJD_PAST_NIET(
      "Deze regel is voor een andere leeftijd dan die van deze persoon.",
      "Deel dit niet langs deze weg; kijk bij de regel vanaf en tot welke leeftijd zij geldt."),
  GEZAG_ONBEKEND(
      "Het is niet bekend wie het gezag over dit kind heeft.",
      "Zoek het gezag op in het gezagsregister en leg het vast met bron en datum."),
  GEVER_AFGESCHERMD(
      "Iemand die toestemming moet geven mag niet van deze ontvanger weten.",
      "Vraag niets aan deze persoon. Overleg met de aandachtsfunctionaris over een andere weg."),
  BEPERKT(
      "Op verzoek van de betrokkene is de verwerking beperkt (AVG 18).",
      "Deel dit niet tot de beperking is opgeheven; overleg met uw privacy officer."),
  BEZWAAR(
      "Er loopt een bezwaar dat nog niet is gewogen (AVG 21).",
      "Wacht op de weging van het bezwaar; overleg met uw privacy officer."),
  RECHTERLIJK_VERBOD(
      "De rechter heeft deze uitwisseling verboden.",
      "Deel dit niet; overleg met uw privacy officer."),
  UITWISSELING_GESTOPT(
      "Deze uitwisseling kan nu niet doorgaan.", "Deel dit niet; overleg met uw privacy officer."),
  BETROKKENE_ONBEKEND(
      "Met deze verwijzing is niet bekend om wie het gaat.",
      "Gebruik het kenmerk waarmee uw organisatie deze persoon bij Sluis heeft aangemeld."),
  BETROKKENE_NIET_TOEGESTAAN(
      "Op deze manier mag het bericht niet naar een persoon verwijzen.",
      "Laat de verwijzing weg bij een anonieme weg; gebruik anders een soort die de regel noemt."),
  MELDCODE_ONVOLLEDIG(
      "Het formulier van de meldcode, of het korte voor de Raad of een GI, is nog niet compleet.",
      "Vul aan wat ontbreekt. Is er nu gevaar? Bel 112 of 0800-2000 en meld als `acuut`."),
  ONTVANGER_NIET_BEVOEGD_OVERRIDE(
      "Zonder toestemming mag dit alleen naar Veilig Thuis, de Raad of een GI met een OTS.",
      "Meld hetzelfde bij Veilig Thuis (0800-2000), of vraag daar raad zonder een naam te noemen."
          + " Kan dat niet genoeg zijn: vraag het gezin toestemming, of weeg met een tweede persoon"
          + " een conflict van plichten."),
  ANDER_KANAAL(
      "Deze melding loopt bij wet langs een ander kanaal.",
      "Gebruik het kanaal dat de regel noemt."),
  AGGREGATIE_VEREIST(
      "Voor dit doel mogen alleen cijfers over groepen van ten minste tien mee.",
      "Stuur geen gegevens over personen; gebruik K00 met aantallen van tien of meer."),
  CIJFER_HERLEIDBAAR(
      "Dit aantal, of het verschil met een aantal dat u eerder gaf, gaat over een te kleine groep.",
      "Geef één indeling per periode: grotere groepen, en dezelfde indeling als eerder."),
  CIJFER_GEDOMINEERD(
      "Het grootste deel van dit aantal komt van één bijdrager en verraadt dus wat die deed.",
      "Voeg bijdragers samen tot een groter geheel, of laat dit cijfer weg."),
  CIJFERS_TE_VEEL(
      "Van deze maat gaf uw organisatie zoveel aantallen dat een nieuw niet meer naast alle eerdere"
          + " te leggen is.",
      "Geef hetzelfde aantal opnieuw, of spreek met de convenantbeheerder een andere maat af."),
  MUUR_TUSSEN_ROLLEN(
      "Wie handelt deed voor dit kind al iets in een rol die van deze gescheiden moet blijven.",
      "Laat een collega die voor dit kind niets in de andere rol deed het bericht sturen."),
  ROL_NIET_GEKOZEN(
      "Wie handelt werkt voor twee organisaties en koos nu niet voor deze rol.",
      "Kies eerst deze rol; sluit daarvoor zo nodig de andere."),
  GEEN_MENSELIJK_BESLUIT(
      "Niemand besloot dit te geven; een systeem antwoordt hier nooit vanzelf.",
      "Laat een mens besluiten of u antwoordt, en leg vast wie dat was en waarom, in ten minste"
          + " twintig tekens; weigeren mag."),
  NIET_GEVRAAGD(
      "Dit is niet gevraagd, of er is besloten het niet te geven.",
      "Laat het weg; vindt u het nodig, meld het dan zelf of vraag of het gevraagd kan worden."),
  ANDERE_TEKST_GELEZEN(
      "Dit is een andere tekst dan het gezin vooraf las.",
      "Stuur precies de tekst die is gelezen, of leg deze eerst klaar om te lezen."),
  TEKST_TEGENGEHOUDEN(
      "Wie deze tekst vooraf mocht lezen, hield haar tegen.",
      "Stuur haar niet. Bespreek wat er niet klopt, en leg zo nodig een nieuwe tekst klaar."),
  REGEL_DEFECT(
      "Een regel van het convenant kon niet worden toegepast; daarom gaat er niets door.",
      "Stuur het later opnieuw; de beheerder van Sluis heeft een melding gekregen.");

  private final String uitleg;
  private final String watNu;

  Reason(String uitleg, String watNu) {
    this.uitleg = uitleg;
    this.watNu = watNu;
  }

  /// What is the matter, in one Dutch sentence.
  public String uitleg() {
    return uitleg;
  }

  /// What the sender can do, in Dutch.
  public String watNu() {
    return watNu;
  }

  /// The word in answers and in the convenant, such as `geen-geldige-toestemming`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The reason with this code; empty when there is none.
  public static Optional<Reason> of(String code) {
    for (var reason : values()) {
      if (reason.code().equals(code)) {
        return Optional.of(reason);
      }
    }
    return Optional.empty();
  }

  /// May the sender hear this reason? A stop that a person asked for is nobody else's business.
  public boolean isTold() {
    return this != BEPERKT && this != BEZWAAR && this != RECHTERLIJK_VERBOD;
  }

  /// The reason under which the sender hears of it. On the lane of consent every stop looks like a
  /// lack of consent, so that nobody learns who stopped it and how.
  public Reason toldOn(Lane lane) {
    if (isTold()) {
      return this;
    }
    return lane == Lane.TOESTEMMING ? GEEN_GELDIGE_TOESTEMMING : UITWISSELING_GESTOPT;
  }

  /// A reason as it is told in one decision.
  ///
  /// @param reason which
  /// @param about what it is about: a category, a condition, a channel; never personal data
  public record Told(Reason reason, String about) {}
}
