package nl.sluis.gateway.leesmee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.desk.SealedEvidence;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;

/// Seals what a family reads, and what it wants to go along, with the key of the child.
///
/// The commitment beside it is salted, with the salt inside: a conclusion of one word cannot be
/// guessed from it. May be shared between threads.
public final class PieceSeal {
  private static final String WHAT = "leesstuk";
  private static final int SALT = 16;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final FactSeal seal;
  private final SecureRandom random;

  /// @param vault where the keys live
  public PieceSeal(KeyVault vault, SecureRandom random) {
    this.seal = new FactSeal(vault, random);
    this.random = random;
  }

  /// What it says, sealed.
  public SealedEvidence seal(UUID subject, JsonNode text) {
    var salt = new byte[SALT];
    random.nextBytes(salt);
    var plain = text.toString().getBytes(StandardCharsets.UTF_8);
    var salted = Arrays.copyOf(salt, SALT + plain.length);
    System.arraycopy(plain, 0, salted, SALT, plain.length);
    return SealedEvidence.of(salt, plain, seal.seal(subject, WHAT, salted));
  }

  /// What [#seal] sealed; empty once the child was erased.
  ///
  /// @throws IllegalStateException when it was changed, or belongs elsewhere
  public Optional<JsonNode> open(UUID subject, byte[] sealed) {
    return seal.open(subject, WHAT, sealed).map(PieceSeal::read);
  }

  private static JsonNode read(byte[] salted) {
    try {
      return MAPPER.readTree(salted, SALT, salted.length - SALT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
