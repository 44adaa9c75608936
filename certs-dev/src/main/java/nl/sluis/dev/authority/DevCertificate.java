package nl.sluis.dev.authority;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;

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

  KeyManager[] keyManagers() {
    return new KeyManager[] {new StubbornKeyManager(this)};
  }
}
