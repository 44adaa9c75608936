package nl.sluis.dev.authority;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/// A key with its certificate and the authorities above it, in memory and as PEM files.
///
/// Immutable; may be shared between threads.
///
/// @param chain the certificate first, then the intermediate; the root is left out, as in the
///   handshake
/// @param key the private key
/// @param chainFile where the chain is, PEM
/// @param keyFile where the key is, PEM, PKCS#8, not encrypted
public record DevCertificate(
    List<X509Certificate> chain, PrivateKey key, Path chainFile, Path keyFile) {
  private static final char[] IN_MEMORY = new char[0];

  /// @throws IllegalArgumentException when the chain is empty
  public DevCertificate {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a chain has at least the certificate itself");
    }
  }

  /// The certificate itself.
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, IN_MEMORY);
    store.setKeyEntry("partner", key, IN_MEMORY, chain.toArray(Certificate[]::new));
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, IN_MEMORY);
    return factory.getKeyManagers();
  }
}
