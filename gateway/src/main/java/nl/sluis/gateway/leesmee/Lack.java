package nl.sluis.gateway.leesmee;

import java.util.Locale;
import nl.sluis.consent.leesmee.ReadingState;

/// Why a text may not go yet. The code is part of the published interface; who has not read it, or
/// said what, is never in it.
public enum Lack {
  GEEN_LEESSTUK(
      "Er ligt geen tekst klaar voor dit doel en deze ontvanger.",
      "Leg haar klaar bij `POST /v1/leesstukken`."),
  NOG_NIET(
      "Nog niet ieder die moet lezen liet haar gaan.",
      "Wacht, of leg vast wat iemand op papier las."),
  TEGENGEHOUDEN("Iemand die haar mocht lezen hield haar tegen.", "Stuur haar niet."),
  GEZAG_ONBEKEND(
      "Het is niet bekend wie moet lezen.", "Leg vast wie gezag heeft, of de geboortedatum."),
  LEZER_AFGESCHERMD(
      "Iemand die moet lezen mag niet van deze organisaties weten.",
      "Vraag en zeg deze persoon niets; overleg met uw aandachtsfunctionaris."),
  VOORBIJ("Het is te lang geleden dat zij klaarlag.", "Leg de tekst opnieuw klaar."),
  ANDERE_TEKST(
      "Wat u stuurt is niet wat er klaarligt.", "Stuur precies die tekst, of leg deze klaar.");

  private final String sentence;
  private final String remedy;

  Lack(String sentence, String remedy) {
    this.sentence = sentence;
    this.remedy = remedy;
  }

  /// The stable word, such as `nog-niet`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What is the matter, and what to do, in Dutch.
  public String sentence() {
    return sentence + " " + remedy;
  }

  /// What stands in the way in this state, which is not that it may go.
  ///
  /// @throws IllegalArgumentException when nothing does
  public static Lack of(ReadingState state) {
    return switch (state) {
      case ReadingState.Waiting _ -> NOG_NIET;
      case ReadingState.Stopped _ -> TEGENGEHOUDEN;
      case ReadingState.ReadersUnknown _ -> GEZAG_ONBEKEND;
      case ReadingState.ReaderShielded _ -> LEZER_AFGESCHERMD;
      case ReadingState.Over _ -> VOORBIJ;
      case ReadingState.Done _ -> throw new IllegalArgumentException("nothing is lacking");
    };
  }
}
