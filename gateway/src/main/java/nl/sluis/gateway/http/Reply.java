package nl.sluis.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.desk.Denial;
import nl.sluis.gateway.exchange.Phones;
import nl.sluis.gateway.vorm.View;

/// What goes out.
///
/// @param status the HTTP status
/// @param contentType the media type
/// @param body the bytes
/// @param headers more headers
/// @param cookies what the browser is to keep, or to forget; a value of `Set-Cookie` each
/// @param content writes the body while it goes; empty when `body` holds it
@SuppressWarnings("ArrayRecordComponent") // bytes for the wire; compared by nobody
record Reply(
    int status,
    String contentType,
    byte[] body,
    Map<String, String> headers,
    List<String> cookies,
    Optional<View.Content> content) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// The bytes are there.
  Reply(
      int status,
      String contentType,
      byte[] body,
      Map<String, String> headers,
      List<String> cookies) {
    this(status, contentType, body, headers, cookies, Optional.empty());
  }

  /// Nothing to keep.
  Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
    this(status, contentType, body, headers, List.of());
  }

  /// @param body as text, which goes out as UTF-8
  Reply(int status, String contentType, String body, Map<String, String> headers) {
    this(status, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  /// Is this what somebody hears who may not act for the party it named?
  boolean isWithoutMandate() {
    return status == 403
        && new String(body, StandardCharsets.UTF_8)
            .contains("\"code\":\"" + Denial.MANDAAT_ONTBREEKT.code() + "\"");
  }

  static Reply json(int status, JsonNode body) {
    return new Reply(status, "application/json", body.toString(), Map.of());
  }

  static Reply text(String body) {
    return new Reply(200, "text/plain; charset=utf-8", body, Map.of());
  }

  static Reply empty() {
    return new Reply(204, "", "", Map.of());
  }

  /// Something was made, and this is its name.
  static Reply created(String id) {
    return json(201, JsonNodeFactory.instance.objectNode().put("id", id));
  }

  /// The same, with the numbers to phone when a child is in danger.
  Reply withPhones() {
    try {
      var told = Phones.on((ObjectNode) MAPPER.readTree(body));
      return new Reply(status, contentType, told.toString(), headers);
    } catch (IOException e) {
      throw new IllegalStateException("what we answer is JSON", e);
    }
  }

  /// The same, which may be kept so by who asked and by whoever stands in between.
  ///
  /// @param cacheControl as in RFC 9111
  Reply kept(String cacheControl) {
    var more = new HashMap<>(headers);
    more.put("Cache-Control", cacheControl);
    return new Reply(status, contentType, body, more);
  }

  /// The same with one more header.
  Reply with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, body, more, cookies, content);
  }

  /// Is this an answer whose moment must tell nothing about why?
  boolean isRefusal() {
    return status == 403 || status == 404 || status == 409;
  }
}
