package nl.sluis.gateway.boot;

import java.time.InstantSource;
import nl.sluis.gateway.peer.PeerCheck;
import nl.sluis.gateway.peer.Revocation;
import nl.sluis.gateway.peer.TrustAnchors;

/// Whose certificates count, what was taken back, and who judges by both: the same for a gateway
/// that is whole and for the door that opens for danger only.
///
/// @param anchors whose certificates count
/// @param revocation which of them are revoked
/// @param checks whether a certificate is that of a partner
record Trusting(TrustAnchors anchors, Revocation revocation, PeerCheck checks) {
  static Trusting of(Settings settings, InstantSource clock) {
    var anchors = TrustAnchors.read(settings.trust());
    var revocation =
        Revocation.of(settings.revocationLists(), settings.revocation(), anchors, clock);
    return new Trusting(anchors, revocation, new PeerCheck(anchors, revocation));
  }
}
