package nl.sluis.gateway.token;

import nl.sluis.gateway.peer.Peer;

/// Proof that a request came from a known partner: its certificate was valid and its token bound to
/// it.
///
/// Only [AccessTokenCheck] makes one. Immutable; worth one request.
public final class Authenticated {
  private final Peer peer;

  Authenticated(Peer peer) {
    this.peer = peer;
  }

  /// Who it is.
  public Peer peer() {
    return peer;
  }

  @Override
  public String toString() {
    return "Authenticated[" + peer + "]";
  }
}
