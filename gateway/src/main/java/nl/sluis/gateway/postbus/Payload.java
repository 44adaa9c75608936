package nl.sluis.gateway.postbus;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.keys.KeyDestroyed;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.policies.question.Question;

/// What waits inside a parcel: the minimised message, and the question to ask again at handing
/// over.
///
/// @param message the sender's message with only the disclosures that passed
/// @param question as it was answered when the parcel was accepted
public record Payload(String message, Question question) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /// Encrypts it for this parcel and no other.
  ///
  /// The message is the long part and is base64url, so it stands as it is behind its length; as a
  /// text within JSON every letter of it would be looked at twice more.
  public byte[] seal(HourKeys keys, String keyName, UUID parcel) {
    var letters = message.getBytes(StandardCharsets.US_ASCII);
    var asked = bytes(QuestionJson.write(question));
    var clear =
        ByteBuffer.allocate(Integer.BYTES + letters.length + asked.length)
            .putInt(letters.length)
            .put(letters)
            .put(asked);
    return keys.seal(keyName, "pakket:" + parcel, clear.array());
  }

  /// Decrypts what [#seal] made; empty when the content was shredded or its key destroyed.
  ///
  /// @throws IllegalStateException when it was changed
  static Optional<Payload> find(HourKeys keys, ParcelRow parcel) {
    var sealed = parcel.payload();
    if (sealed == null) {
      return Optional.empty();
    }
    try {
      var clear = ByteBuffer.wrap(keys.open(parcel.payloadKey(), "pakket:" + parcel.id(), sealed));
      var letters = new byte[clear.getInt()];
      clear.get(letters);
      var asked = new byte[clear.remaining()];
      clear.get(asked);
      var message = new String(letters, StandardCharsets.US_ASCII);
      return Optional.of(new Payload(message, QuestionJson.read(node(asked))));
    } catch (KeyDestroyed _) {
      return Optional.empty();
    }
  }

  /// JSON as bytes, to be encrypted.
  public static byte[] bytes(ObjectNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What [#bytes] made.
  public static ObjectNode node(byte[] bytes) {
    try {
      return (ObjectNode) MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
