package nl.sluis.gateway.aansluiting;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;

/// A key that a partner announced, as it stands on record. Immutable.
///
/// @param owner whose key it is
/// @param key the public key, which counts from its `nbf`
/// @param replaces the name of the key whose place it takes
/// @param overlapEnds until when that one counts beside it, at least
/// @param recordedAt when it was announced
/// @param usedAt when it first worked; empty as long as it did not
public record KeyRow(
    Oin owner,
    JWK key,
    String replaces,
    Instant overlapEnds,
    Instant recordedAt,
    Optional<Instant> usedAt) {
  /// When the key whose place it takes ends: after the overlap, and not before this one worked.
  public Optional<Instant> endsOld() {
    return usedAt.map(used -> used.isAfter(overlapEnds) ? used : overlapEnds);
  }
}
