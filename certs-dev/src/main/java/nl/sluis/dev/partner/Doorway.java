package nl.sluis.dev.partner;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.util.List;
import nl.sluis.gateway.boot.OwnKeys;
import nl.sluis.policies.terms.Oin;

/// What a partner must know of a running gateway. Immutable.
///
/// @param partners the address of the port with mutual TLS
/// @param people the address of the port for browsers
/// @param issuer the name of the token endpoint, which a client assertion is addressed to
/// @param sluis the number of Sluis itself
/// @param bindingKeys the public keys with which Sluis binds what it releases
public record Doorway(URI partners, URI people, String issuer, Oin sluis, List<ECKey> bindingKeys) {
  /// Copies the keys.
  public Doorway {
    bindingKeys = List.copyOf(bindingKeys);
  }

  /// The public halves of the keys that bind now, those included that were made since.
  static List<ECKey> bindingKeys(OwnKeys keys) {
    keys.binding().lookAgain();
    return keys.binding().known().stream().map(ECKey::toPublicJWK).toList();
  }
}
