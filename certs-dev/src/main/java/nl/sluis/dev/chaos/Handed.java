package nl.sluis.dev.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What a receiver keeps of a message that was handed over to it: enough to hold it against the
/// logbook and against the same message when it comes again.
///
/// Immutable; may be shared between threads.
///
/// @param message who signed it and its number
/// @param content the hash of every byte that is the sender's; the binding behind it is of Sluis,
///   and new at each handing over
/// @param nonce the hash of the row of the logbook to which it is bound
record Handed(String message, String content, String nonce) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// @param text the message, with its binding at the end
  static Handed of(String text) {
    var end = text.lastIndexOf('~') + 1;
    var sender = text.substring(0, end);
    var signed = payload(sender.substring(0, Math.max(0, sender.indexOf('~'))));
    return new Handed(
        signed.path("iss").asText() + " " + signed.path("jti").asText(),
        hash(sender),
        payload(text.substring(end)).path("nonce").asText());
  }

  /// The number that its sender gave it.
  String jti() {
    return message.substring(message.indexOf(' ') + 1);
  }

  /// The claims of a JWS; without any when it is none.
  private static JsonNode payload(String jws) {
    var parts = jws.split("\\.", -1);
    if (parts.length != 3) {
      return JSON.createObjectNode();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(parts[1]);
      return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | JsonProcessingException _) {
      return JSON.createObjectNode();
    }
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
