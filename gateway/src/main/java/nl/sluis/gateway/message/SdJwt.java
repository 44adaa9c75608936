package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts disclosures back where their digests stand (RFC 9901 section 7.1, steps 3 to 5, whole).
///
/// Knows recursive disclosures and array elements, which our own profile refuses. Used once, by one
/// thread.
public final class SdJwt {
  private static final String DIGESTS = "_sd";
  private static final String ELEMENT = "...";
  private static final String ALGORITHM = "_sd_alg";

  private final Map<String, Disclosure> unused = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  private SdJwt() {}

  /// The payload as the signer meant it for whoever holds these disclosures.
  ///
  /// The signature over the payload MUST have been verified before.
  public static ObjectNode resolve(ObjectNode payload, Collection<Disclosure> disclosures)
      throws MessageFault {
    var algorithm = payload.get(ALGORITHM);
    if (algorithm != null && !"sha-256".equals(algorithm.textValue())) {
      throw new MessageFault(FaultCode.DIGEST_ALGORITME_ONJUIST);
    }
    var sdJwt = new SdJwt();
    for (var disclosure : disclosures) {
      if (sdJwt.unused.put(disclosure.digest(), disclosure) != null) {
        throw new MessageFault(FaultCode.ONDERDEEL_DUBBEL);
      }
    }
    var resolved = sdJwt.object(payload, true);
    if (!sdJwt.unused.isEmpty()) {
      throw new MessageFault(FaultCode.DIGEST_ONBEKEND);
    }
    return resolved;
  }

  /// Says whether a value carries digests of its own, somewhere inside.
  static boolean carriesDigests(JsonNode value) {
    if (value.has(DIGESTS) || value.has(ELEMENT)) {
      return true;
    }
    for (var child : value) {
      if (child.isContainerNode() && carriesDigests(child)) {
        return true;
      }
    }
    return false;
  }

  private JsonNode value(JsonNode node) throws MessageFault {
    return switch (node) {
      case ObjectNode object -> object(object, false);
      case ArrayNode array -> array(array);
      default -> node;
    };
  }

  private ObjectNode object(ObjectNode source, boolean top) throws MessageFault {
    var target = JsonNodeFactory.instance.objectNode();
    for (var member : source.properties()) {
      var name = member.getKey();
      if (name.equals(ELEMENT)) {
        throw new MessageFault(FaultCode.DIGESTS_GENEST);
      }
      if (!name.equals(DIGESTS) && !(top && name.equals(ALGORITHM))) {
        target.set(name, value(member.getValue()));
      }
    }
    var digests = source.get(DIGESTS);
    if (digests != null) {
      disclose(digests, target);
    }
    return target;
  }

  private void disclose(JsonNode digests, ObjectNode target) throws MessageFault {
    if (!digests.isArray()) {
      throw new MessageFault(FaultCode.VELD_ONGELDIG, DIGESTS);
    }
    for (var digest : digests) {
      var disclosure = take(digest);
      if (disclosure == null) {
        continue;
      }
      var name = disclosure.name().orElse(DIGESTS);
      if (disclosure.name().isEmpty()) {
        throw new MessageFault(FaultCode.ONDERDEEL_ONGELDIG);
      }
      if (name.equals(DIGESTS) || name.equals(ELEMENT)) {
        throw new MessageFault(FaultCode.ONDERDEEL_NAAM_ONBEKEND);
      }
      if (target.has(name)) {
        throw new MessageFault(FaultCode.ONDERDEEL_NAAM_DUBBEL);
      }
      target.set(name, value(disclosure.value()));
    }
  }

  private ArrayNode array(ArrayNode source) throws MessageFault {
    var target = JsonNodeFactory.instance.arrayNode();
    for (var element : source) {
      if (!element.has(ELEMENT)) {
        target.add(value(element));
        continue;
      }
      if (element.size() != 1) {
        throw new MessageFault(FaultCode.DIGESTS_GENEST);
      }
      var disclosure = take(element.get(ELEMENT));
      if (disclosure == null) {
        continue;
      }
      if (disclosure.name().isPresent()) {
        throw new MessageFault(FaultCode.ONDERDEEL_ONGELDIG);
      }
      target.add(value(disclosure.value()));
    }
    return target;
  }

  /// The disclosure of a digest, once; null for a digest of something withheld, or a decoy.
  private @Nullable Disclosure take(JsonNode digest) throws MessageFault {
    if (!digest.isTextual()) {
      throw new MessageFault(FaultCode.VELD_ONGELDIG, DIGESTS);
    }
    if (!seen.add(digest.textValue())) {
      throw new MessageFault(FaultCode.DIGEST_DUBBEL);
    }
    return unused.remove(digest.textValue());
  }
}
