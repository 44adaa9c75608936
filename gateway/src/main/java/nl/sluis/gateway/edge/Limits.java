package nl.sluis.gateway.edge;

import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;

/// The limits on everything that comes in at a door: size, count and time (house rule 34).
///
/// Immutable; may be shared between threads.
///
/// @param initialLineBytes longest request line; longer is 414
/// @param headerBytes all header fields together; more is 431
/// @param bodyBytes the body; more is 413
/// @param connections open connections at one moment; the next is closed at once
/// @param streams requests at one moment on one HTTP/2 connection
/// @param handshake longest handshake
/// @param head longest time for a next request to arrive whole up to its body; then the line is cut
/// @param body longest time for a body to arrive whole; then 408
/// @param exchange longest time from request to the last byte of the answer; then the line is cut.
///   A file that is made while it is sent may take longer, as long as it is read
public record Limits(
    int initialLineBytes,
    int headerBytes,
    int bodyBytes,
    int connections,
    int streams,
    Duration handshake,
    Duration head,
    Duration body,
    Duration exchange) {

  /// What both doors use.
  public static final Limits STANDARD =
      new Limits(
          4096,
          16 * 1024,
          256 * 1024,
          2000,
          64,
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(70));

  /// How long a line over HTTP/1.1 may be silent before its next request, as every answer says it
  /// (`Keep-Alive`): shorter than `head`, so that whoever listens never sends along a line that is
  /// being cut.
  String keepAlive() {
    return "timeout=" + Math.max(1, head.toSeconds() * 2 / 3);
  }

  /// The handler that gathers a body in memory and fails with 413 when it is too large.
  public BodyHandler bodyHandler() {
    return BodyHandler.create(false).setBodyLimit(bodyBytes);
  }
}
