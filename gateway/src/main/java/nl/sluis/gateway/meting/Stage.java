package nl.sluis.gateway.meting;

import java.util.Locale;

/// The steps of an exchange by what an operator sees of their length; the order is that of
/// `docs/levensloop.md`.
public enum Stage {
  /// The certificate and the token that is bound to it.
  TOEGANG,
  /// The sender's signature, and that what is sealed is sealed for this receiver.
  HANDTEKENING,
  /// From the partner's reference to a keyed one.
  VERWIJZING,
  /// Everything that needs no database.
  TOELATING,
  /// In line, until its batch began.
  WACHTEN,
  /// The locks, the facts and the decision.
  BESLUIT,
  /// The rows of the logbook and what belongs to them.
  VASTLEGGING,
  /// The commit of the database.
  BEVESTIGING,
  /// The signed checkpoint, and with it the receipt.
  ONTVANGSTBEWIJS;

  /// Its word in metrics and in `Server-Timing`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
