package nl.sluis.dev.rig;

import java.util.List;
import java.util.Map;

/// Everything of an answer over HTTPS; status 0 when none came.
///
/// @param status the HTTP status
/// @param headers in the order in which they came
/// @param body the text
public record Heard(int status, List<Map.Entry<String, String>> headers, String body) {
  /// Copies its parts.
  public Heard {
    headers = List.copyOf(headers);
  }
}
