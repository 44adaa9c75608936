package nl.sluis.gateway.message;

import com.nimbusds.jose.jwk.JWK;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;

/// Knows with which keys each partner may sign.
///
/// Implementations MUST be safe for many threads and MUST NOT wait for a network: it is asked for
/// every message. A key that was withdrawn MUST be absent.
@FunctionalInterface
public interface SenderKeys {
  /// The public key that this signer registered under this id.
  Optional<JWK> key(Oin signer, String kid);
}
