package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import nl.sluis.consent.desk.SealedEvidence;
import nl.sluis.gateway.keys.KeyVault;

/// Seals how it is known what somebody said, under a key of the person it is about.
///
/// May be shared between threads.
final class Evidence {
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final KeyVault vault;
  private final SecureRandom random;

  Evidence(KeyVault vault, SecureRandom random) {
    this.vault = vault;
    this.random = random;
  }

  /// The proof, sealed; its salt is sealed with it.
  SealedEvidence seal(UUID subject, JsonNode proof) {
    var salt = new byte[SALT];
    var nonce = new byte[NONCE];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    var plain = proof.toString().getBytes(StandardCharsets.UTF_8);
    var salted = Arrays.copyOf(salt, SALT + plain.length);
    System.arraycopy(plain, 0, salted, SALT, plain.length);
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE, vault.factKey(subject), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(("bewijs:" + subject).getBytes(StandardCharsets.UTF_8));
      var sealed = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(salted.length));
      cipher.doFinal(salted, 0, salted.length, sealed, NONCE);
      return SealedEvidence.of(salt, plain, sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-256-GCM is part of every JDK", e);
    }
  }
}
