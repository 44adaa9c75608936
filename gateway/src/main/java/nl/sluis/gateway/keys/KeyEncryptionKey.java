package nl.sluis.gateway.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/// A key that wraps all others, wherever it is: in memory, or in a token that does the work itself.
///
/// Wrapped form: `SLK1`, eight bytes that name the wrapping key, a nonce of twelve bytes, and the
/// AES-256-GCM ciphertext with its tag; the name of the wrapped key is authenticated with it, so
/// that one key file cannot be put in the place of another. May be shared between threads.
final class KeyEncryptionKey {
  /// The length of an id in bytes.
  static final int ID = 8;

  private static final byte[] MAGIC = {'S', 'L', 'K', '1'};
  private static final int HEAD = MAGIC.length + ID;
  private static final int NONCE = 12;
  private static final String ALGORITHM = "AES/GCM/NoPadding";

  private final String id;
  private final SecretKey key;
  private final @Nullable Provider token;

  /// @param id sixteen hexadecimal digits
  /// @param token who does the work for a key that it does not give out; nothing for any other
  KeyEncryptionKey(String id, SecretKey key, @Nullable Provider token) {
    if (!KekStore.ID.matcher(id).matches()) {
      throw new IllegalArgumentException("a key-encryption key is named by sixteen digits");
    }
    this.id = id;
    this.key = key;
    this.token = token;
  }

  /// Under which name it is known, in files that it wrapped as well.
  String id() {
    return id;
  }

  byte[] wrap(String name, byte[] secret, SecureRandom random) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    var sealed = run(Cipher.ENCRYPT_MODE, name, nonce, secret);
    return ByteBuffer.allocate(HEAD + NONCE + sealed.length)
        .put(MAGIC)
        .put(HexFormat.of().parseHex(id))
        .put(nonce)
        .put(sealed)
        .array();
  }

  byte[] unwrap(String name, byte[] wrapped) {
    if (!wrapperOf(wrapped).equals(id)) {
      throw new IllegalStateException("a key file was wrapped under another key-encryption key");
    }
    var nonce = Arrays.copyOfRange(wrapped, HEAD, HEAD + NONCE);
    var sealed = Arrays.copyOfRange(wrapped, HEAD + NONCE, wrapped.length);
    return run(Cipher.DECRYPT_MODE, name, nonce, sealed);
  }

  /// The id of the key that wrapped this.
  static String wrapperOf(byte[] wrapped) {
    if (wrapped.length < HEAD + NONCE
        || !Arrays.equals(wrapped, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IllegalStateException("a key file has not the form of a wrapped key");
    }
    return HexFormat.of().formatHex(wrapped, MAGIC.length, HEAD);
  }

  private byte[] run(int mode, String name, byte[] nonce, byte[] input) {
    try {
      var cipher =
          token == null ? Cipher.getInstance(ALGORITHM) : Cipher.getInstance(ALGORITHM, token);
      cipher.init(mode, key, new GCMParameterSpec(128, nonce));
      cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException | ProviderException e) {
      throw new IllegalStateException("a key file does not belong to its name or was changed", e);
    }
  }
}
