package nl.sluis.gateway.ondertekening;

import java.util.Locale;

/// Why nobody's signature counts here. The code is part of the published interface.
public enum Lack {
  ONTBREEKT("Er is nog niet getekend.", "Laat tekenen over dit `voorstel`."),
  VORM_ONJUIST("De handtekening klopt niet of heeft niet de goede vorm.", "Laat opnieuw tekenen."),
  SLEUTEL_ONBEKEND(
      "Van deze persoon is bij deze organisatie deze sleutel niet aangemeld.",
      "Meld de sleutel aan, met twee personen, of teken met de aangemelde."),
  SLEUTEL_NIET_GELDIG(
      "De sleutel is ingetrokken, voorbij, of jonger dan de handtekening.",
      "Meld een nieuwe sleutel aan en laat opnieuw tekenen."),
  ANDER_VOORSTEL(
      "Er is getekend over iets anders dan wat u nu stuurt.",
      "Laat tekenen over dit `voorstel`, of stuur wat er getekend is."),
  ANDERE_UITKOMST(
      "Wat er getekend is, is niet wat de regel vraagt of wat het formulier zegt.",
      "Maak het formulier en de handtekening gelijk."),
  ANDERE_FUNCTIE(
      "Wie tekende heeft niet de functie die de regel vraagt.",
      "Laat iemand tekenen die met die functie is aangemeld."),
  ZELFDE_PERSOON(
      "Wie tekende is dezelfde als wie handelt of meldt, of het bericht zegt niet wie handelt.",
      "Laat een ander tekenen."),
  ANDERE_PERSOON(
      "Als professional tekent wie handelt, en het bericht noemt een ander of niemand.",
      "Laat tekenen wie in `handelend` staat."),
  AL_GEBRUIKT(
      "Dit voorstel is al eens doorgegaan; een conflict van plichten geldt voor één keer.",
      "Weeg opnieuw, en laat twee personen opnieuw tekenen voor een nieuw voorstel."),
  NIET_NU("De handtekening is te oud of ligt in de toekomst.", "Laat opnieuw tekenen.");

  private final String sentence;
  private final String remedy;

  Lack(String sentence, String remedy) {
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /// The stable word, such as `ander-voorstel`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What is the matter, and what to do, in Dutch.
  public String sentence() {
    return sentence + " " + remedy;
  }
}
