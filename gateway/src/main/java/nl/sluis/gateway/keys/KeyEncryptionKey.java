package nl.sluis.gateway.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The key that wraps all others, read from a file of its own.
///
/// Wrapped form: `SLK1`, eight bytes that name the wrapping key, a nonce of twelve bytes, and the
/// AES-256-GCM ciphertext with its tag; the name of the wrapped key is authenticated with it, so
/// that one key file cannot be put in the place of another. May be shared between threads.
final class KeyEncryptionKey {
  private static final byte[] MAGIC = {'S', 'L', 'K', '1'};
  private static final int ID = 8;
  private static final int NONCE = 12;
  private static final int SIZE = 32;

  private final SecretKey key;
  private final byte[] id;
  private final SecureRandom random;

  private KeyEncryptionKey(byte[] bytes, SecureRandom random) {
    this.key = new SecretKeySpec(bytes, "AES");
    this.id = Arrays.copyOf(sha256(bytes), ID);
    this.random = random;
  }

  /// Reads the key, or makes it when there is none and no key is wrapped yet.
  static KeyEncryptionKey open(Path file, boolean mayCreate, SecureRandom random)
      throws IOException {
    if (Files.notExists(file)) {
      if (!mayCreate) {
        throw new IllegalStateException("key-encryption key `" + file + "` is gone; restore it");
      }
      var fresh = new byte[SIZE];
      random.nextBytes(fresh);
      Files.createDirectories(AtomicFile.directory(file));
      AtomicFile.create(file, file.resolveSibling("." + UUID.randomUUID() + ".tmp"), fresh);
      AtomicFile.sync(AtomicFile.directory(file));
    }
    var open = Files.getPosixFilePermissions(file);
    open.removeAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    if (!open.isEmpty()) {
      throw new IllegalStateException("key-encryption key `" + file + "` must have mode 0600");
    }
    var bytes = Files.readAllBytes(file);
    if (bytes.length != SIZE) {
      throw new IllegalStateException("key-encryption key `" + file + "` must be 32 bytes");
    }
    return new KeyEncryptionKey(bytes, random);
  }

  byte[] wrap(String name, byte[] secret) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, name, nonce, secret);
    return ByteBuffer.allocate(MAGIC.length + ID + NONCE + sealed.length)
        .put(MAGIC)
        .put(id)
        .put(nonce)
        .put(sealed)
        .array();
  }

  byte[] unwrap(String name, byte[] wrapped) {
    var head = MAGIC.length + ID;
    if (wrapped.length < head + NONCE
        || !Arrays.equals(wrapped, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IllegalStateException("a key file has not the form of a wrapped key");
    }
    if (!Arrays.equals(wrapped, MAGIC.length, head, id, 0, ID)) {
      throw new IllegalStateException("a key file was wrapped under another key-encryption key");
    }
    var nonce = Arrays.copyOfRange(wrapped, head, head + NONCE);
    var sealed = Arrays.copyOfRange(wrapped, head + NONCE, wrapped.length);
    return run(Cipher.DECRYPT_MODE, name, nonce, sealed);
  }

  private byte[] run(int mode, String name, byte[] nonce, byte[] input) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(128, nonce));
      cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key file does not belong to its name or was changed", e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update("sluis kek".getBytes(StandardCharsets.UTF_8));
      return digest.digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
