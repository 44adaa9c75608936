package nl.sluis.gateway.gezagsbron;

import java.util.List;
import java.util.Locale;
import nl.sluis.consent.custody.CustodySituation;
import nl.sluis.consent.subject.Hmac;

/// What a source said of who has gezag. Only [Found] lets anybody say yes.
public sealed interface Answer {
  /// It is known who.
  ///
  /// @param situation the situation; never that parents live together, for no register says so
  /// @param holders who have it
  record Found(CustodySituation situation, List<Holder> holders) implements Answer {
    /// Copies its parts.
    public Found {
      holders = List.copyOf(holders);
    }
  }

  /// The source answered, and nobody may rely on anybody's yes: what was known before it asked is
  /// not known any more.
  record Unclear(Why why) implements Answer {}

  /// The source did not answer: what was known stands until it is too old.
  record Unreachable(Trouble trouble) implements Answer {}

  /// People will look it up.
  record ByPeople() implements Answer {}

  /// Somebody with gezag.
  ///
  /// @param label the keyed hash of the asker's word for that person
  /// @param capacity such as `ouder-gezag`
  record Holder(Hmac label, String capacity) {}

  /// Why an answer lets nobody say yes. The code is part of the published interface.
  enum Why {
    TIJDELIJK_GEEN_GEZAG("Niemand kan het gezag nu uitoefenen (BW 1:253q, 1:253r)."),
    NIET_TE_BEPALEN("De BRP kan uit haar gegevens niet afleiden wie gezag heeft."),
    IN_ONDERZOEK("De gemeente onderzoekt of deze gegevens kloppen."),
    HOUDER_ONBEKEND("Er is gezag, maar de BRP noemt niet van ieder wie het is."),
    HOUDER_NIET_GENOEMD(
        "Iemand met gezag staat niet in `personen`; noem ieder die gezag kan hebben."),
    GEEN_GEZAGSRELATIE("De BRP kent over deze persoon geen gezag."),
    MEER_DAN_EEN("De BRP noemt meer dan één gezagsrelatie."),
    NIET_GEVONDEN("De BRP kent niemand met dit nummer."),
    BIJHOUDING_OPGESCHORT("De BRP houdt de gegevens van deze persoon niet meer bij."),
    ANTWOORD_ONBEGREPEN("Het antwoord van de BRP heeft een vorm die Sluis niet kent.");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }

    /// What is the matter, in one Dutch sentence.
    public String sentence() {
      return sentence;
    }

    /// The stable word, such as `niet-te-bepalen`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As what it stands on record.
    public CustodySituation situation() {
      return this == TIJDELIJK_GEEN_GEZAG
          ? CustodySituation.TIJDELIJK_GEEN_GEZAG
          : CustodySituation.ONBEKEND;
    }
  }

  /// Why there was no answer; for the row and the operator, never for the partner.
  enum Trouble {
    GEEN_VERBINDING,
    TE_LAAT,
    GEWEIGERD,
    STORING;

    /// The word in the row.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
