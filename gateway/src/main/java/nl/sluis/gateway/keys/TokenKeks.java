package nl.sluis.gateway.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/// Key-encryption keys in a PKCS#11 token (OASIS PKCS#11 v3.0, `CKM_AES_GCM`).
///
/// A key is made in the token with `CKA_SENSITIVE` and without `CKA_EXTRACTABLE`, and wraps there:
/// its bytes are never in the memory of Sluis. May be shared between threads.
final class TokenKeks implements KekStore {
  /// One per token: a second login by the same process would be refused.
  private static final ConcurrentMap<KekSource.OfToken, Provider> PROVIDERS =
      new ConcurrentHashMap<>();

  private static final int BITS = 256;

  private final KekSource.OfToken source;
  private final SecureRandom random;

  TokenKeks(KekSource.OfToken source, SecureRandom random) {
    this.source = source;
    this.random = random;
  }

  @Override
  public synchronized Optional<KeyEncryptionKey> find(String id)
      throws IOException, GeneralSecurityException {
    return open().getKey(ALIAS + id, null) instanceof SecretKey key
        ? Optional.of(inside(id, key))
        : Optional.empty();
  }

  @Override
  public synchronized List<String> ids() throws IOException, GeneralSecurityException {
    return KeystoreKeks.ids(open());
  }

  @Override
  public synchronized KeyEncryptionKey make() throws IOException, GeneralSecurityException {
    var keystore = open();
    var generator = KeyGenerator.getInstance("AES", provider());
    generator.init(BITS);
    var name = new byte[KeyEncryptionKey.ID];
    random.nextBytes(name);
    var id = HexFormat.of().formatHex(name);
    keystore.setEntry(ALIAS + id, new KeyStore.SecretKeyEntry(generator.generateKey()), null);
    return find(id)
        .orElseThrow(() -> new IllegalStateException("the token did not keep the key it made"));
  }

  @Override
  public synchronized void destroy(String id) throws IOException, GeneralSecurityException {
    var keystore = open();
    if (keystore.containsAlias(ALIAS + id)) {
      keystore.deleteEntry(ALIAS + id);
    }
  }

  private KeyEncryptionKey inside(String id, SecretKey key) {
    if (key.getEncoded() != null) {
      throw new IllegalStateException("a key in " + source + " can leave it; make another");
    }
    return new KeyEncryptionKey(id, key, provider());
  }

  private KeyStore open() throws IOException, GeneralSecurityException {
    var keystore = KeyStore.getInstance("PKCS11", provider());
    keystore.load(null, KekStore.secretLine("PIN of the token", source.pinFile()));
    return keystore;
  }

  private Provider provider() {
    return PROVIDERS.computeIfAbsent(
        source,
        token ->
            Security.getProvider("SunPKCS11")
                .configure(
                    """
                    --name = sluis%d
                    library = %s
                    slot = %d
                    attributes(generate, CKO_SECRET_KEY, CKK_AES) = {
                      CKA_SENSITIVE = true
                      CKA_EXTRACTABLE = false
                      CKA_ENCRYPT = true
                      CKA_DECRYPT = true
                    }
                    """
                        .formatted(PROVIDERS.size(), token.library(), token.slot())));
  }
}
