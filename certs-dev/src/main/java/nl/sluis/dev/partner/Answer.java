package nl.sluis.dev.partner;

import java.util.Map;
import java.util.Optional;

/// What came back on one request. Immutable.
///
/// @param status the HTTP status; zero when the connection was refused
/// @param headers names in lower case, the first value of each
/// @param body the text
/// @param refusedConnection why there was no answer at all; empty when there was one
public record Answer(
    int status, Map<String, String> headers, String body, Optional<String> refusedConnection) {
  /// Copies the headers.
  public Answer {
    headers = Map.copyOf(headers);
  }

  /// No answer: the other side closed or refused the connection.
  public static Answer refused(String why) {
    return new Answer(0, Map.of(), "", Optional.of(why));
  }
}
