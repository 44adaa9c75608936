package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.client.Sent;
import nl.sluis.policies.terms.Oin;

/// What was not sent yet, or only just: the road, the receiver, what was stated, the very bytes
/// that went, and what Sluis said. One thread.
///
/// @param place in which of the few places it lies
/// @param json as it is kept
record Concept(int place, ObjectNode json) {
  private static final String ID = "id";
  private static final String ROAD = "weg";
  private static final String TO = "aan";
  private static final String STATED = "gesteld";
  private static final String SENT = "verzonden";
  private static final String ANSWER = "antwoord";

  UUID id() {
    return UUID.fromString(json.path(ID).asText());
  }

  /// The word of its road.
  String road() {
    return json.path(ROAD).asText();
  }

  /// Who is to receive; empty as long as nobody was chosen.
  Optional<Oin> to() {
    var oin = json.path(TO).asText("");
    return Oin.isOin(oin) ? Optional.of(new Oin(oin)) : Optional.empty();
  }

  void to(Oin receiver) {
    json.put(TO, receiver.value());
  }

  /// Whom the contact register and the convenant name for this road, as it was when this began.
  JsonNode receivers() {
    return json.path("ontvangers");
  }

  Stated stated() {
    return Stated.of(json.path(STATED));
  }

  void stated(Stated stated) {
    json.set(STATED, stated.json());
  }

  /// What went, and may go again; empty when nothing did.
  Optional<Sent> sent() {
    var sent = json.path(SENT);
    return sent.isObject()
        ? Optional.of(new Sent(sent.path("jti").asText(), sent.path("tekst").asText()))
        : Optional.empty();
  }

  void sent(Sent sent) {
    json.putObject(SENT).put("jti", sent.jti()).put("tekst", sent.text());
  }

  /// What Sluis said of it; missing as long as it said nothing.
  JsonNode answer() {
    return json.path(ANSWER);
  }

  /// Sluis answered: what went need not go again. What passed is gone from here; what did not stays
  /// for a day, to be mended.
  void answered(JsonNode answer, boolean passed) {
    json.remove(SENT);
    json.set(ANSWER, answer);
    if (passed) {
      json.remove(STATED);
    }
  }

  /// One number over everything that would go, so that what was looked at is what is sent.
  String seen() {
    var text = road() + "\n" + json.path(TO).asText() + "\n" + json.path(STATED);
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Tells which, never what.
  @Override
  public String toString() {
    return "Concept[" + place + "]";
  }
}
