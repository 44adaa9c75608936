package nl.sluis.gateway.http;

import java.util.Locale;

/// What can be wrong with one field of what came in, for a program to act on.
///
/// The code is part of the published interface: it MUST NOT change once released.
public enum FieldCode {
  VELD_ONTBREEKT("Dit veld moet er zijn", "Vul het in"),
  VELD_ONBEKEND("Hier staat een veld dat niet bestaat", "Laat het weg of herstel de naam"),
  VELD_SOORT_ONJUIST(
      "Dit is een ander soort waarde dan hier hoort",
      "Stuur een tekst, getal, ja of nee, lijst of object, zoals de beschrijving zegt"),
  VELD_WOORD_ONBEKEND("Dit woord bestaat hier niet", "Kies een woord dat hier kan"),
  VELD_VORM_ONJUIST(
      "Dit is niet geschreven zoals het hoort", "Schrijf het zoals de beschrijving zegt"),
  VELD_TE_LANG("Dit is te lang", "Stuur minder"),
  VELD_TE_KORT("Dit is te kort", "Vul het aan"),
  VELD_BUITEN_GRENS("Dit getal is te klein of te groot", "Stuur een getal tussen de grenzen"),
  VELD_WAARDE_ONJUIST("Dit kan hier niet staan", "Doe wat `uitleg` en `watNu` zeggen");

  private final String explanation;
  private final String remedy;

  FieldCode(String explanation, String remedy) {
    this.explanation = explanation;
    this.remedy = remedy;
  }

  /// The code as partners read it, such as `veld-ontbreekt`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What is wrong, as a Dutch sentence without its full stop.
  public String explanation() {
    return explanation;
  }

  /// Does whoever reads the field see this as well, and tell it in words of its own with all the
  /// rest it finds? Then that is heard; a limit is kept by the description alone.
  boolean isSeenByItsReader() {
    return this != VELD_TE_LANG && this != VELD_BUITEN_GRENS;
  }

  /// What to do, as a Dutch sentence without its full stop.
  public String remedy() {
    return remedy;
  }
}
