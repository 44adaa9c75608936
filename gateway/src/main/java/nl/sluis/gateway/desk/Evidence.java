package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import nl.sluis.consent.desk.SealedEvidence;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;

/// Seals how it is known what somebody said, as a fact about the person it is about.
///
/// May be shared between threads.
final class Evidence {
  private static final String PROOF = "bewijs";
  private static final int SALT = 16;

  private final FactSeal seal;
  private final SecureRandom random;

  Evidence(KeyVault vault, SecureRandom random) {
    this.seal = new FactSeal(vault, random);
    this.random = random;
  }

  /// The proof, sealed; its salt is sealed with it.
  SealedEvidence seal(UUID subject, JsonNode proof) {
    var salt = new byte[SALT];
    random.nextBytes(salt);
    var plain = proof.toString().getBytes(StandardCharsets.UTF_8);
    var salted = Arrays.copyOf(salt, SALT + plain.length);
    System.arraycopy(plain, 0, salted, SALT, plain.length);
    return SealedEvidence.of(salt, plain, seal.seal(subject, PROOF, salted));
  }
}
