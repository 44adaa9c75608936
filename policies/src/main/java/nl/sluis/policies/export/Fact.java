package nl.sluis.policies.export;

/// A fact that the caller states with each request; every request states all of them.
///
/// Whether a consent holds, a claim is fresh enough or a party was bound on the day is worked out
/// before; the exported text only weighs the outcome.
public enum Fact {
  ONTVANGER("ontvanger", Kind.WOORD, "de rol waarin de ontvanger handelt"),
  VERWIJZING("verwijzing", Kind.WOORD, "hoe het bericht naar de persoon wijst"),
  MELDCODE("meldcode", Kind.WOORD, "`geen`, `onvolledig`, `volledig` of `acuut`"),
  TOESTEMMING(
      "toestemming", Kind.WOORD, "`gegeven`, `geen`, `gezag-onbekend` of `gever-afgeschermd`"),
  LEEFTIJD(
      "leeftijd",
      Kind.WOORD,
      "hele jaren op dit moment, `99` voor wie ouder is, of `onbekend`; leeg als alleen het bericht"
          + " telt"),
  STAND(
      "stand",
      Kind.WOORD,
      "hoe deze versie tussen deze twee partijen geldt: `geldig`, `overgang`, `verlopen`,"
          + " `ingehaald`, `nooit-getekend` of `nog-niet`"),
  SOORT_AFZENDER("soortAfzender", Kind.WOORD, "de soort organisatie; leeg als zij onbekend is"),
  SOORT_ONTVANGER("soortOntvanger", Kind.WOORD, "de soort organisatie; leeg als zij onbekend is"),
  AFZENDER_BEKEND("afzenderBekend", Kind.JA_NEE, "staat de afzender in het convenant?"),
  AFZENDER_GEBONDEN("afzenderGebonden", Kind.JA_NEE, "is de afzender op deze dag gebonden?"),
  AFZENDER_GESCHORST("afzenderGeschorst", Kind.JA_NEE, "is de afzender op deze dag geschorst?"),
  AFZENDER_IN_ROL("afzenderInRol", Kind.JA_NEE, "vervult de afzender deze rol?"),
  ONTVANGER_BEKEND("ontvangerBekend", Kind.JA_NEE, "staat de ontvanger in het convenant?"),
  ONTVANGER_GEBONDEN("ontvangerGebonden", Kind.JA_NEE, "is de ontvanger op deze dag gebonden?"),
  ONTVANGER_GESCHORST("ontvangerGeschorst", Kind.JA_NEE, "is de ontvanger op deze dag geschorst?"),
  ONTVANGER_IN_ROL("ontvangerInRol", Kind.JA_NEE, "vervult de ontvanger deze rol?"),
  VASTE_ONTVANGER(
      "vasteOntvanger", Kind.JA_NEE, "is de ontvanger het vaste aanspreekpunt van de afzender?"),
  BSN_BEVOEGD("bsnBevoegd", Kind.JA_NEE, "heeft de afzender een eigen grond voor het BSN?"),
  GEZIN_INGELICHT("gezinIngelicht", Kind.JA_NEE, "is het gezin volgens de meldcode ingelicht?"),
  LEVER_REST("leverRest", Kind.JA_NEE, "wil de afzender dat de rest gaat als een deel niet mag?"),
  AANGEBODEN("aangeboden", Kind.VERZAMELING, "de categorieën in het bericht"),
  VERZEGELD("verzegeld", Kind.VERZAMELING, "welke daarvan verzegeld zijn"),
  GEMOTIVEERD("gemotiveerd", Kind.VERZAMELING, "welke daarvan een zin over de noodzaak hebben"),
  GEDEKT("gedekt", Kind.VERZAMELING, "de categorieën waarvoor de toestemming geldt"),
  VOORWAARDEN("voorwaarden", Kind.VERZAMELING, "de voorwaarden waaraan is voldaan"),
  BEPERKINGEN("beperkingen", Kind.VERZAMELING, "`beperkt`, `bezwaar`, `rechterlijk-verbod`"),
  VONDST_IN("vondstIn", Kind.VERZAMELING, "aangeboden categorieën waarin het scannen iets vond"),
  ZONDER_VONDST("zonderVondst", Kind.VERZAMELING, "de overige aangeboden categorieën"),
  VONDSTEN("vondsten", Kind.VERZAMELING, "wat het scannen vond, waar ook"),
  VONDSTEN_ELDERS("vondstenElders", Kind.VERZAMELING, "wat het vond buiten de categorieën");

  /// What a fact can be.
  public enum Kind {
    WOORD,
    JA_NEE,
    VERZAMELING
  }

  private final String key;
  private final Kind kind;
  private final String meaning;

  Fact(String key, Kind kind, String meaning) {
    this.key = key;
    this.kind = kind;
    this.meaning = meaning;
  }

  /// The name under which a request states it.
  public String key() {
    return key;
  }

  /// One word, yes or no, or a set of words.
  public Kind kind() {
    return kind;
  }

  /// What it says, in Dutch.
  public String meaning() {
    return meaning;
  }
}
