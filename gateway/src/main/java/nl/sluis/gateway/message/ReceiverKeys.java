package nl.sluis.gateway.message;

import com.nimbusds.jose.jwk.ECKey;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;

/// Knows the encryption keys that receivers published in the directory, each signed by its owner.
///
/// Implementations MUST be safe for many threads. They may wait for the database for a key that
/// they do not know, and MUST NOT wait for anybody else.
@FunctionalInterface
public interface ReceiverKeys {
  /// The public key that this receiver published under this id and did not withdraw.
  Optional<ECKey> key(Oin receiver, String kid);

  /// Can anything be sealed for this receiver now? Not when it withdrew its last key, until it
  /// publishes another.
  default boolean hasKey(Oin receiver) {
    return true;
  }
}
