package nl.sluis.gateway.acuut;

import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;

/// What Sluis shows when it calls somebody: read anew each time, so that a new certificate counts.
@FunctionalInterface
public interface OutgoingIdentity {
  /// Managers of the certificate and key of this moment.
  ///
  /// @throws GeneralSecurityException when they cannot be used
  KeyManager[] keyManagers() throws GeneralSecurityException;
}
