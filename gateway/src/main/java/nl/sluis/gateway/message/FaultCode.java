package nl.sluis.gateway.message;

import java.util.Locale;

/// Every way in which a message can be wrong in form, with what its maker can do about it.
///
/// The code is part of the published interface: it MUST NOT change once released.
public enum FaultCode {
  BERICHT_TE_GROOT("Het bericht of een deel ervan is te groot", "Stuur minder in één bericht"),
  TEKEN_ONGELDIG(
      "Het bericht bevat een teken dat niet in een SD-JWT mag staan",
      "Stuur alleen base64url-delen met punten en tildes, zonder spaties of regeleinden"),
  BASE64_NIET_CANONIEK(
      "Een deel is geen strikt base64url",
      "Codeer zonder opvulteken `=` en met ongebruikte bits op nul"),
  VORM_SD_JWT_ONJUIST(
      "Dit is geen SD-JWT",
      "Stuur `<jwt>~<onderdeel>~…~`, de JWT in drie delen, met een tilde aan het eind"),
  SLEUTELBINDING_NIET_VERWACHT(
      "Achter de laatste tilde staat iets", "Laat de sleutelbinding weg: Sluis maakt die zelf"),
  UTF8_ONGELDIG("De tekst is geen geldig UTF-8", "Codeer alle JSON als UTF-8"),
  JSON_BOM("De JSON begint met een byte order mark", "Laat de byte order mark weg"),
  JSON_NUL_TEKEN("Een tekst bevat het teken NUL", "Verwijder het teken U+0000"),
  JSON_LOS_SURROGAAT(
      "Een tekst bevat een half teken", "Schrijf tekens buiten het basisvlak als een heel paar"),
  JSON_DUBBELE_SLEUTEL("Een JSON-object noemt een sleutel twee keer", "Noem hem één keer"),
  JSON_TE_DIEP("De JSON is te diep genest", "Nest ten hoogste acht niveaus"),
  JSON_GETAL_ONGELDIG(
      "Een getal is te groot of in een vorm die niet mag",
      "Gebruik gehele getallen tot 2^53 of decimalen zonder exponent"),
  JSON_TEKST_TE_LANG("Een tekst is te lang", "Kort de tekst in"),
  JSON_ONGELDIG("De JSON is niet geldig", "Stuur precies één geldig JSON-document per deel"),
  KOP_ONBEKEND(
      "De kop bevat iets anders dan alg, kid en typ", "Stuur precies `alg`, `kid` en `typ`"),
  TYP_ONJUIST("De kop noemt een ander soort token", "Zet `typ` op `sluis-bericht+sd-jwt`"),
  ALGORITME_NIET_TOEGESTAAN(
      "Dit algoritme wordt niet aanvaard", "Teken met ES256 of PS256, zoals aangemeld"),
  ALGORITME_PAST_NIET_BIJ_SLEUTEL(
      "Het algoritme hoort niet bij de aangemelde sleutel",
      "Gebruik het algoritme waarmee de sleutel is aangemeld"),
  SLEUTEL_ONBEKEND(
      "Van deze ondertekenaar is deze sleutel niet bekend", "Meld de sleutel aan of herstel `kid`"),
  HANDTEKENING_ONGELDIG(
      "De handtekening klopt niet",
      "Onderteken precies de bytes die u verstuurt, en stuur opnieuw"),
  VELD_ONBEKEND(
      "Er staat een veld in dat niet bestaat", "Laat velden weg die de handleiding niet noemt"),
  VELD_ONTBREEKT("Een verplicht veld ontbreekt", "Vul het genoemde veld in"),
  VELD_ONGELDIG("Een veld heeft niet de juiste vorm", "Herstel het genoemde veld"),
  ROL_ONBEKEND("Deze rol bestaat niet", "Gebruik een rol uit het convenant"),
  VERKEERDE_ONTVANGER(
      "Het bericht is voor een ander bedoeld", "Zet `aud` op het OIN van wie het token leest"),
  VERLOPEN("Het bericht is verlopen", "Maak een nieuw bericht met een nieuwe `jti`"),
  NOG_NIET_GELDIG(
      "Het bericht is nog niet geldig",
      "Zet de klok gelijk; meer dan 60 seconden verschil mag niet"),
  GELDIGHEID_TE_LANG(
      "Het bericht is te lang geldig", "Laat `exp` ten hoogste een uur na `iat` liggen"),
  BINDSLEUTEL_ONBEKEND(
      "`cnf` noemt niet de sleutel van Sluis", "Neem de sleutel over van `/v1/sleutels`"),
  DIGEST_ALGORITME_ONJUIST("Alleen sha-256 wordt aanvaard", "Zet `_sd_alg` op `sha-256`"),
  DIGESTS_NIET_TWEEENDERTIG(
      "Het bericht heeft niet precies 32 digests",
      "Vul aan met loze digests tot 32, oplopend gesorteerd"),
  DIGESTS_NIET_GESORTEERD("De digests staan niet op volgorde", "Sorteer ze oplopend als tekst"),
  DIGEST_DUBBEL("Een digest komt twee keer voor", "Gebruik voor elk onderdeel een nieuw zout"),
  DIGEST_ONBEKEND(
      "Een onderdeel hoort niet bij dit bericht",
      "Stuur alleen onderdelen waarvan de digest in `_sd` staat"),
  DIGESTS_GENEST(
      "Een onderdeel bevat zelf weer digests",
      "Neem `_sd` en `...` nergens anders op dan bovenaan"),
  ONDERDEEL_ONGELDIG(
      "Een onderdeel is geen `[zout, naam, waarde]`", "Maak van elk onderdeel een rij van drie"),
  ONDERDEEL_DUBBEL("Een onderdeel is twee keer meegestuurd", "Stuur elk onderdeel één keer"),
  ONDERDEEL_NAAM_DUBBEL("Twee onderdelen hebben dezelfde naam", "Stuur elke naam één keer"),
  ONDERDEEL_NAAM_ONBEKEND(
      "Een onderdeel heeft een naam die niet bestaat",
      "Gebruik alleen de namen uit de handleiding"),
  ONDERDEEL_WAARDE_ONGELDIG(
      "De waarde van een onderdeel heeft niet de juiste vorm", "Herstel het genoemde onderdeel"),
  TE_VEEL_ONDERDELEN("Er zijn te veel onderdelen", "Stuur ten hoogste 32 onderdelen"),
  ZOUT_TE_ZWAK(
      "Een zout is te kort of geen base64url",
      "Gebruik per onderdeel 16 of meer willekeurige bytes"),
  VERZEGELING_VORM_ONJUIST(
      "Een verzegelde categorie is geen JWE in de afgesproken vorm",
      "Verzegel zoals de handleiding voorschrijft, opgevuld tot 1, 4, 16 of 64 KiB"),
  VERZEGELING_ALGORITME_ONJUIST(
      "Een categorie is met een ander algoritme verzegeld",
      "Gebruik ECDH-ES+A256KW met A256GCM, zonder compressie"),
  VERZEGELING_SLEUTEL_ONBEKEND(
      "Een categorie is verzegeld voor een sleutel die de ontvanger niet (meer) heeft",
      "Haal de sleutel opnieuw uit het adresboek"),
  ONTVANGER_ZONDER_SLEUTEL(
      "De ontvanger heeft nu geen sleutel waarvoor verzegeld kan worden",
      "Bel de ontvanger, en stuur opnieuw zodra zijn nieuwe sleutel in het adresboek staat"),
  VERZEGELING_HOORT_ELDERS(
      "Een verzegelde categorie is voor een ander bericht gemaakt",
      "Laat `iss`, `aud`, `jti` en `cat` in de kop gelijk zijn aan het bericht"),
  VERZEGELING_NIET_TE_OPENEN(
      "Een verzegelde categorie kan niet worden geopend",
      "Vraag de afzender opnieuw te verzegelen"),
  SLEUTELBINDING_ONTBREEKT(
      "De sleutelbinding van Sluis ontbreekt", "Gebruik het bericht niet; haal het opnieuw op"),
  SLEUTELBINDING_ONGELDIG(
      "De sleutelbinding klopt niet", "Gebruik het bericht niet; meld het aan Sluis"),
  SLEUTELBINDING_ANDERE_INHOUD(
      "De sleutelbinding hoort bij een andere verzameling onderdelen",
      "Gebruik het bericht niet; er is iets weggelaten of toegevoegd"),
  SLEUTELBINDING_NIET_IN_LOGBOEK(
      "De verstrekking staat niet aantoonbaar in het logboek",
      "Gebruik het bericht niet; vraag een nieuw ontvangstbewijs");

  private final String explanation;
  private final String remedy;

  FaultCode(String explanation, String remedy) {
    this.explanation = explanation;
    this.remedy = remedy;
  }

  /// The code as partners read it, such as `json-dubbele-sleutel`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What is wrong, as a Dutch sentence without its full stop.
  public String explanation() {
    return explanation;
  }

  /// What the maker of the message can do, as a Dutch sentence without its full stop.
  public String remedy() {
    return remedy;
  }
}
