package nl.sluis.gateway.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Key-encryption keys in a PKCS#12 keystore; the file is replaced whole.
///
/// May be shared between threads.
final class KeystoreKeks implements KekStore {
  private static final int SIZE = 32;

  private final KekSource.OfKeystore source;
  private final SecureRandom random;

  KeystoreKeks(KekSource.OfKeystore source, SecureRandom random) {
    this.source = source;
    this.random = random;
  }

  @Override
  public Optional<KeyEncryptionKey> find(String id) throws IOException, GeneralSecurityException {
    var password = password();
    return load(password).getKey(ALIAS + id, password) instanceof SecretKey key
        ? Optional.of(new KeyEncryptionKey(id, key, null))
        : Optional.empty();
  }

  @Override
  public List<String> ids() throws IOException, GeneralSecurityException {
    return ids(load(password()));
  }

  /// The ids behind the names that are ours.
  static List<String> ids(KeyStore keystore) throws GeneralSecurityException {
    return Collections.list(keystore.aliases()).stream()
        .filter(alias -> alias.startsWith(ALIAS))
        .map(alias -> alias.substring(ALIAS.length()))
        .filter(ID.asMatchPredicate())
        .toList();
  }

  @Override
  public KeyEncryptionKey make() throws IOException, GeneralSecurityException {
    var bytes = new byte[SIZE];
    random.nextBytes(bytes);
    var name = new byte[KeyEncryptionKey.ID];
    random.nextBytes(name);
    var id = HexFormat.of().formatHex(name);
    var key = new SecretKeySpec(bytes, "AES");
    var password = password();
    var keystore = load(password);
    keystore.setEntry(
        ALIAS + id, new KeyStore.SecretKeyEntry(key), new KeyStore.PasswordProtection(password));
    store(keystore, password);
    return new KeyEncryptionKey(id, key, null);
  }

  @Override
  public void destroy(String id) throws IOException, GeneralSecurityException {
    var password = password();
    var keystore = load(password);
    if (keystore.containsAlias(ALIAS + id)) {
      keystore.deleteEntry(ALIAS + id);
      store(keystore, password);
    }
  }

  private char[] password() throws IOException {
    return KekStore.secretLine("password of the keystore", source.passwordFile());
  }

  private KeyStore load(char[] password) throws IOException, GeneralSecurityException {
    var keystore = KeyStore.getInstance("PKCS12");
    if (Files.notExists(source.keystore())) {
      keystore.load(null, password);
      return keystore;
    }
    KekStore.requirePrivate("keystore", source.keystore());
    try (var in = Files.newInputStream(source.keystore())) {
      keystore.load(in, password);
    }
    return keystore;
  }

  private void store(KeyStore keystore, char[] password)
      throws IOException, GeneralSecurityException {
    var file = source.keystore();
    Files.createDirectories(AtomicFile.directory(file));
    var bytes = new ByteArrayOutputStream();
    keystore.store(bytes, password);
    AtomicFile.replace(
        file, file.resolveSibling("." + UUID.randomUUID() + ".tmp"), bytes.toByteArray());
  }
}
