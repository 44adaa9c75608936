package nl.sluis.gateway.fsc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.logbook.CanonicalJson;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.terms.Age;

/// The content of a contract of FSC Core whose grant carries a convenant: its name, version and
/// digest stand in `properties`, so that who signs the contract signs that convenant and no other.
///
/// The same convenant, group and connection give the same bytes and the same hashes, here and
/// anywhere else; nothing is drawn by lot. Immutable; may be shared between threads.
public final class Contract {
  /// In `properties` of a grant: the convenant on which it rests.
  public static final String CONVENANT = "nl.sluis.convenant";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String ALGORITHM = "HASH_ALGORITHM_SHA3_512";
  private static final long VERSION_MASK = 0xffff_ffff_ffff_0fffL;
  private static final long VERSION_EIGHT = 0x8000L;
  private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;
  private static final long VARIANT = 1L << 63;

  private final ObjectNode content;
  private final String hash;

  private Contract(ObjectNode content) {
    this.content = content;
    this.hash = "$1$1$" + sha3(CanonicalJson.encode(content));
  }

  /// The contract of one connection under a convenant.
  ///
  /// @param group the name of the group of FSC in which it holds
  static Contract of(Convenant convenant, String group, Connection connection) {
    var properties = JSON.objectNode();
    properties.set(CONVENANT, carried(convenant));
    var content = JSON.objectNode();
    content.put("fsc_version", "1.0.0");
    content.put("group_id", group);
    content
        .putObject("validity")
        .put("not_before", second(convenant.validFrom()))
        .put("not_after", second(convenant.validUntil()));
    content.putArray("grants").addObject().set("data", connection.data(properties));
    content.put("hash_algorithm", ALGORITHM);
    content.put("created_at", second(convenant.validFrom()));
    content.put("iv", name(content).toString());
    return new Contract(content);
  }

  /// What a contract that somebody brings holds.
  ///
  /// @throws IllegalArgumentException when it is no content of a contract that can be hashed
  public static Contract read(JsonNode content) {
    if (!(content instanceof ObjectNode node)
        || !ALGORITHM.equals(node.path("hash_algorithm").asText())
        || node.path("grants").isEmpty()
        || !node.path("grants").isArray()) {
      throw new IllegalArgumentException("no content of a contract of FSC with SHA3-512");
    }
    return new Contract(node.deepCopy());
  }

  /// What a grant says of the convenant.
  public static ObjectNode carried(Convenant convenant) {
    return JSON.objectNode()
        .put("id", convenant.id())
        .put("versie", convenant.version())
        .put("digest", "sha-256:" + convenant.digest());
  }

  /// Does every grant carry exactly this convenant?
  public boolean carries(Convenant convenant) {
    var wanted = carried(convenant);
    for (var grant : content.get("grants")) {
      if (!wanted.equals(grant.path("data").path("properties").path(CONVENANT))) {
        return false;
      }
    }
    return true;
  }

  /// The content, as JSON of which the canonical form is hashed (RFC 8785).
  public ObjectNode content() {
    return content.deepCopy();
  }

  /// The hash that a signature under it names: `$1$1$` and SHA3-512 in base64url.
  public String hash() {
    return hash;
  }

  /// The hash of each grant, in their order; a token and a log record name a grant by it.
  public List<String> grantHashes() {
    var hashes = new ArrayList<String>();
    for (var grant : content.get("grants")) {
      var data = grant.path("data");
      hashes.add("$1$" + type(data) + "$" + sha3(join(hash, CanonicalJson.encode(data))));
    }
    return hashes;
  }

  private static int type(JsonNode data) {
    return switch (data.path("type").asText()) {
      case "GRANT_TYPE_SERVICE_PUBLICATION" -> 2;
      case "GRANT_TYPE_SERVICE_CONNECTION" -> 3;
      case "GRANT_TYPE_DELEGATED_SERVICE_CONNECTION" -> 4;
      case "GRANT_TYPE_DELEGATED_SERVICE_PUBLICATION" -> 5;
      default -> throw new IllegalArgumentException("a grant of a kind that FSC does not know");
    };
  }

  private static byte[] join(String hash, byte[] data) {
    var first = hash.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(first.length + data.length).put(first).put(data).array();
  }

  private static long second(LocalDate day) {
    return day.atStartOfDay(Age.CALENDAR).toEpochSecond();
  }

  /// A name that follows from what it names (UUID of version 8): two that make the same contract
  /// make one.
  private static UUID name(ObjectNode content) {
    var digest = ByteBuffer.wrap(digest("SHA-256", CanonicalJson.encode(content)));
    return new UUID(
        (digest.getLong() & VERSION_MASK) | VERSION_EIGHT,
        (digest.getLong() & VARIANT_MASK) | VARIANT);
  }

  private static String sha3(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest("SHA3-512", bytes));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is part of every JDK", e);
    }
  }

  /// The convenant that its first grant carries, by id and version; empty when it carries none.
  public Optional<String> named() {
    var carried = content.get("grants").path(0).path("data").path("properties").path(CONVENANT);
    return carried.path("id").isTextual()
        ? Optional.of(carried.path("id").asText() + "/" + carried.path("versie").asText())
        : Optional.empty();
  }
}
