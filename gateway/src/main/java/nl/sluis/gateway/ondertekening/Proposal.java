package nl.sluis.gateway.ondertekening;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.sluis.gateway.logbook.CanonicalJson;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What somebody puts a name to: for which purpose who tells whom what about which child, and why.
///
/// It is everything that a message discloses but the contents of its categories, of which only the
/// codes count; so a signature under one report says nothing of another. Known by its digest alone.
public final class Proposal {
  /// The member of a precondition under which a signature travels.
  public static final String SIGNATURE = "handtekening";

  private static final String CONDITION = "voorwaarde:";
  private static final String FOLLOWS = "vervolgOp";
  private static final String PARTIAL = "bijGedeeltelijk";

  private Proposal() {}

  /// The digest of what this message proposes; empty when it holds a number that no two
  /// implementations write alike.
  static Optional<String> of(SignedMessage message) {
    try {
      return Optional.of(
          digest(message.purpose(), message.from(), message.to(), message.disclosed()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// The digest: SHA-256 over the canonical JSON (RFC 8785), in base64url without padding.
  ///
  /// @param disclosed what the message discloses, by name
  /// @throws IllegalArgumentException when something in it has no canonical form
  public static String digest(
      Purpose purpose, PartyRole from, PartyRole to, Map<String, JsonNode> disclosed) {
    var whole = JsonNodeFactory.instance.objectNode().put("doel", purpose.code());
    whole.set("van", party(from));
    whole.set("aan", party(to));
    var categories = new TreeSet<String>();
    var pieces = whole.putObject("stukken");
    disclosed.forEach(
        (name, value) -> {
          if (DataCategory.of(name).isPresent()) {
            categories.add(name);
          } else if (counts(name, value)) {
            pieces.set(name, value);
          }
        });
    categories.forEach(whole.putArray("categorieen")::add);
    try {
      var sha256 = MessageDigest.getInstance("SHA-256").digest(CanonicalJson.encode(whole));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static boolean counts(String name, JsonNode value) {
    boolean signed = name.startsWith(CONDITION) && value.has(SIGNATURE);
    return !signed && !name.equals(FOLLOWS) && !name.equals(PARTIAL);
  }

  private static ObjectNode party(PartyRole party) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("oin", party.oin().value())
        .put("rol", party.role().code());
  }
}
