package nl.sluis.gateway.peer;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import nl.sluis.policies.terms.Oin;

/// A key for which data may be sealed, with the signature by which its owner vouches for it.
///
/// Immutable; may be shared between threads.
///
/// @param owner whose key it is
/// @param kid its name
/// @param key the public key
/// @param from first instant
/// @param until instant from which nothing may be sealed for it any more
/// @param jws the owner's signed statement, so that nobody needs to believe Sluis
public record EncryptionKey(
    Oin owner, String kid, ECKey key, Instant from, Instant until, String jws) {
  /// Says whether data may be sealed for it at this instant.
  public boolean isInForceAt(Instant now) {
    return !now.isBefore(from) && now.isBefore(until);
  }
}
