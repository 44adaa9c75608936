package nl.sluis.gateway.verzoek;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import nl.sluis.policies.scan.BsnScan;

/// Seals what somebody wrote about a request, with the key of the child: who asks as well as who
/// answers. The commitment beside it is salted, with the salt inside. May be shared between
/// threads.
final class RequestWords {
  /// How long they can be, in characters.
  static final int LONGEST = 2_000;

  private static final String WHAT = "betrokkenenverzoek";
  private static final String TEXT = "tekst";
  private static final int SALT = 16;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final FactSeal seal;
  private final SecureRandom random;

  /// @param vault where the keys live
  RequestWords(KeyVault vault, SecureRandom random) {
    this.seal = new FactSeal(vault, random);
    this.random = random;
  }

  /// Who speaks for an organisation.
  ///
  /// @param id the word of the organisation for that person
  /// @param function in what function
  record Author(String id, String function) {}

  /// Can these words be kept? A citizen service number is in nobody's words.
  static boolean mayBeKept(String words) {
    return words.length() <= LONGEST && !BsnScan.holdsBsn(words);
  }

  /// The words of who asks, sealed.
  SealedEvidence seal(UUID subject, String words) {
    return seal(subject, JsonNodeFactory.instance.objectNode().put(TEXT, words));
  }

  /// The words of who answers, sealed together with who that is.
  SealedEvidence seal(UUID subject, String words, Author by) {
    var said = JsonNodeFactory.instance.objectNode().put(TEXT, words);
    said.putObject("door").put("id", by.id()).put("functie", by.function());
    return seal(subject, said);
  }

  private SealedEvidence seal(UUID subject, ObjectNode said) {
    var salt = new byte[SALT];
    random.nextBytes(salt);
    var plain = said.toString().getBytes(StandardCharsets.UTF_8);
    var salted = Arrays.copyOf(salt, SALT + plain.length);
    System.arraycopy(plain, 0, salted, SALT, plain.length);
    return SealedEvidence.of(salt, plain, seal.seal(subject, WHAT, salted));
  }

  /// The words alone; empty once the child was erased.
  ///
  /// @throws IllegalStateException when they were changed, or belong elsewhere
  Optional<String> open(UUID subject, byte[] sealed) {
    return seal.open(subject, WHAT, sealed).map(RequestWords::read).map(n -> n.path(TEXT).asText());
  }

  private static JsonNode read(byte[] salted) {
    try {
      return MAPPER.readTree(salted, SALT, salted.length - SALT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
