package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One disclosure of an SD-JWT, with the bytes in which its sender wrote it (RFC 9901 section 4.2).
///
/// Immutable; may be shared between threads.
///
/// @param encoded the base64url text as it was sent, over which the digest goes
/// @param digest base64url of the SHA-256 of that text
/// @param salt what makes the digest unguessable
/// @param name the claim it discloses; empty for an element of an array
/// @param value what it discloses
public record Disclosure(
    String encoded, String digest, String salt, Optional<String> name, JsonNode value) {

  /// Reads one disclosure; which claim names are allowed is for the caller to say.
  public static Disclosure read(String encoded, StrictJson json) throws MessageFault {
    if (!(json.read(Base64Url.decode(encoded)) instanceof ArrayNode array)
        || array.size() < 2
        || array.size() > 3
        || !array.get(0).isTextual()
        || (array.size() == 3 && !array.get(1).isTextual())) {
      throw new MessageFault(FaultCode.ONDERDEEL_ONGELDIG);
    }
    var name = array.size() == 3 ? Optional.of(array.get(1).textValue()) : Optional.<String>empty();
    var value = array.get(array.size() - 1);
    return new Disclosure(encoded, digestOf(encoded), array.get(0).textValue(), name, value);
  }

  /// The digest under which an encoded disclosure is listed.
  public static String digestOf(String encoded) {
    return Base64Url.encode(Sha256.of(encoded.getBytes(StandardCharsets.US_ASCII)));
  }

  /// Hides salt and content, so that no log can hold them.
  @Override
  public String toString() {
    return "Disclosure[" + digest + "]";
  }
}
