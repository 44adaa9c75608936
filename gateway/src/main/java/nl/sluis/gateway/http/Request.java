package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.message.MessageFault;
import nl.sluis.gateway.message.StrictJson;

/// What came in, without a trace of the web server.
///
/// @param at when it was taken up
/// @param certificates what the other end presented; empty when nothing was
/// @param authorization the values of the Authorization header
/// @param contentType the media type without parameters, in lower case
/// @param path the variable parts of the path
/// @param query the parameters of the query
/// @param form the parameters of a form, with all values each had
/// @param body the bytes
/// @param accept in which form the answer is wanted; empty when that was not said
@SuppressWarnings("ArrayRecordComponent") // bytes from the wire; compared by nobody
public record Request(
    Instant at,
    List<Certificate> certificates,
    List<String> authorization,
    String contentType,
    Map<String, String> path,
    Map<String, String> query,
    Map<String, List<String>> form,
    byte[] body,
    String accept) {

  /// The body as one strict JSON object.
  ObjectNode json() throws InputFault {
    try {
      return StrictJson.BODIES.object(body);
    } catch (MessageFault fault) {
      throw new InputFault(
          List.of(new InputFault.Field("", fault.code().explanation(), fault.code().remedy())));
    }
  }

  /// The identifier in the path; empty when it is not one, which is the same as not there.
  Optional<UUID> id() {
    return id("id");
  }

  /// The identifier under this name in the path; empty when it is not one.
  Optional<UUID> id(String name) {
    try {
      return Optional.of(UUID.fromString(path.getOrDefault(name, "")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
