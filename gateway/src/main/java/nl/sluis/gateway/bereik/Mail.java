package nl.sluis.gateway.bereik;

import java.time.Instant;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;

/// A mail in the queue. Immutable.
///
/// @param id its name, and that of the mail itself
/// @param who whom it is for, by which that person has a place at a child
/// @param kind what it says
/// @param matter of the address to which a code goes; its own id when it is no code
/// @param subject the child at which there is something to see, for the logbook
/// @param tries how often it was tried, this time included
/// @param made when it was put there
record Mail(UUID id, Hmac who, Kind kind, UUID matter, UUID subject, int tries, Instant made) {
  /// What it says.
  enum Kind {
    /// Something lies ready.
    BERICHT,
    /// A code that shows that an address is read by who gave it.
    CODE
  }

  /// What becomes of it.
  enum State {
    /// That day there was nothing to tell.
    NIETS,
    /// It waits.
    WACHT,
    /// The server took it.
    VERSTUURD,
    /// It never will.
    MISLUKT,
    /// There is nothing to tell any more, or not this way.
    VERVALLEN
  }

  @Override
  public String toString() {
    return "mail " + id;
  }
}
