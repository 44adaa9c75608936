package nl.sluis.policies.question;

import java.util.List;
import java.util.Set;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;

/// What those who must consent have said, at one instant, about one purpose, sender and receiver.
public sealed interface ConsentState {

  /// Every required giver said yes, and nobody said no since, for these categories.
  ///
  /// @param categories for which the consent holds
  /// @param consents identifiers and versions of the consents it rests on
  record Given(Set<DataCategory> categories, List<String> consents) implements ConsentState {
    /// Copies its parts.
    public Given {
      categories = CategorySet.copyOf(categories);
      consents = List.copyOf(consents);
    }
  }

  /// There is no valid consent; the sender never hears which lack it was.
  ///
  /// @param lacks every cause, for the logbook and the officer
  record NotGiven(Set<Lack> lacks) implements ConsentState {
    /// Copies its parts.
    public NotGiven {
      lacks = Set.copyOf(lacks);
    }
  }

  /// Nobody knows, from a good source, who holds gezag.
  record CustodyUnknown() implements ConsentState {}

  /// A giver who must be asked may not learn of this receiver (`afgeschermdVoor`).
  record ShieldedGiver() implements ConsentState {}

  /// Why there is no valid consent.
  enum Lack {
    NOOIT_GEVRAAGD,
    ONVOLLEDIG,
    GEWEIGERD,
    INGETROKKEN,
    HERROEPEN,
    ONGELDIG_VERKLAARD,
    BETWIST,
    VERLOPEN,
    VERBRUIKT,
    LEEFTIJD,
    GEZAG,
    OPGESCHORT,
    /// The purpose reads otherwise than when they said yes; a yes never moves to a new text.
    TEKST_GEWIJZIGD
  }
}
