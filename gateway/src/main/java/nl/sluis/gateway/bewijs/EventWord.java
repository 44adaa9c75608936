package nl.sluis.gateway.bewijs;

import nl.sluis.consent.event.EventType;

/// What happened to a consent, in a Dutch word and in the closest word of DPV 2.3.
///
/// DPV has fewer words than we have events; where it has none the state is `ConsentUnknown`, which
/// permits nothing, and the Dutch word says what it was.
final class EventWord {
  private EventWord() {}

  /// The Dutch word, such as `ingetrokken`.
  static String dutch(EventType type) {
    return switch (type) {
      case ASKED -> "gevraagd";
      case DEFERRED -> "uitgesteld";
      case GIVEN -> "gegeven";
      case REFUSED -> "geweigerd";
      case WITHDRAWN -> "ingetrokken";
      case RENEWED -> "opnieuw-gegeven";
      case DISPUTED -> "betwist";
      case DISPUTE_RESOLVED -> "hersteld";
      case REVOKED_BY_CONTROLLER -> "opgegeven-door-de-organisatie";
      case INVALIDATED -> "ongeldig-verklaard";
      case EXPIRED -> "verlopen";
      case AGE_BOUNDARY -> "leeftijdsgrens";
      case AUTHORITY_CHANGED -> "gezag-gewijzigd";
      case SUBSTITUTED_BY_COURT -> "vervangen-door-rechter";
      case CORRECTED -> "gecorrigeerd";
      case CONSUMED -> "verbruikt";
      case SUSPENDED_SAFETY -> "opgeschort-voor-veiligheid";
    };
  }

  /// The state in DPV 2.3: withdrawn by a giver, revoked by another, invalidated by an authority.
  static String state(EventType type) {
    return switch (type) {
      case ASKED -> "dpv:ConsentRequested";
      case DEFERRED -> "dpv:ConsentRequestDeferred";
      case GIVEN, SUBSTITUTED_BY_COURT -> "dpv:ConsentGiven";
      case RENEWED -> "dpv:RenewedConsentGiven";
      case REFUSED -> "dpv:ConsentRefused";
      case WITHDRAWN -> "dpv:ConsentWithdrawn";
      case REVOKED_BY_CONTROLLER -> "dpv:ConsentRevoked";
      case INVALIDATED -> "dpv:ConsentInvalidated";
      case EXPIRED, CONSUMED, AGE_BOUNDARY -> "dpv:ConsentExpired";
      case DISPUTED, DISPUTE_RESOLVED, AUTHORITY_CHANGED, CORRECTED, SUSPENDED_SAFETY ->
          "dpv:ConsentUnknown";
    };
  }
}
