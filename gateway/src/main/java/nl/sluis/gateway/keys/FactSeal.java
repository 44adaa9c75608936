package nl.sluis.gateway.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.sluis.consent.subject.PersonSeal;

/// Seals facts about a person with the key of that person and one that stays ([KeyVault#factKey]).
///
/// AES-256-GCM, a random 96-bit nonce in front, the kind of fact and the person as additional data.
/// May be shared between threads.
public final class FactSeal implements PersonSeal {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final String MARK = "sluis merk 1\n";

  private final KeyVault vault;
  private final SecureRandom random;

  /// @param vault where the keys live
  public FactSeal(KeyVault vault, SecureRandom random) {
    this.vault = vault;
    this.random = random;
  }

  @Override
  public byte[] seal(UUID subject, String what, byte[] clear) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var cipher = cipher(Cipher.ENCRYPT_MODE, vault.factKey(subject), subject, what, nonce);
      var sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(clear.length));
      cipher.doFinal(clear, 0, clear.length, sealed, NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is part of every JDK", e);
    }
  }

  @Override
  public Optional<byte[]> open(UUID subject, String what, byte[] sealed) {
    try {
      var key = vault.knownFactKey(subject);
      if (key.isEmpty()) {
        throw new IllegalStateException("a fact is sealed with a key that is not there");
      }
      var cipher = cipher(Cipher.DECRYPT_MODE, key.get(), subject, what, sealed);
      return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
    } catch (KeyDestroyed erased) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a sealed fact does not belong to its person", e);
    }
  }

  @Override
  public byte[] mark(UUID subject, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(vault.factKey(subject).getEncoded(), "HmacSHA256"));
      return mac.doFinal((MARK + text).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }

  /// @param nonce its first twelve bytes are used
  private static Cipher cipher(int mode, SecretKey key, UUID subject, String what, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
    cipher.updateAAD((what + ":" + subject).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
