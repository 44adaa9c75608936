package nl.sluis.gateway.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/// What Sluis answered.
///
/// @param status the HTTP status
/// @param body the JSON, or a missing node when there was none
/// @param headers the first value of each header, names in lower case
public record Answer(int status, JsonNode body, Map<String, String> headers) {
  /// A status of two hundred and something.
  public boolean isOk() {
    return status / 100 == 2;
  }

  /// The first value of a header.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
  }

  /// Tells the status, never the body.
  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
