package nl.sluis.dev.voorbeeld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import nl.sluis.dev.partner.Answer;

/// The privacy officers of the organisations of one story, who answer what people ask. For one
/// thread.
final class Answering {
  private static final String PATH = "/v1/betrokkenenverzoeken";
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Scene scene;

  Answering(Scene scene) {
    this.scene = scene;
  }

  /// The newest request of this kind about an exchange.
  ///
  /// @throws IllegalStateException when there is none
  JsonNode one(String party, String kind) {
    for (var one : json(scene.partner(party).get(PATH)).path("verzoeken")) {
      if (one.path("soort").asText().equals(kind) && !one.has("regel")) {
        return one;
      }
    }
    throw new IllegalStateException("no `" + kind + "` at " + party);
  }

  /// Looks at one, whoever's it is.
  int looks(String party, String id) {
    return scene.partner(party).get(PATH + "/" + id).status();
  }

  Answer reads(String party, String id) {
    return post(party, id, "lezingen");
  }

  Answer takesLonger(String party, String id, String why) {
    return post(party, id, "verlengingen", "reden", why);
  }

  Answer answers(String party, String id, String outcome, String text) {
    return post(party, id, "antwoorden", "uitkomst", outcome, "antwoord", text);
  }

  private Answer post(String party, String id, String what, String... fields) {
    var body = MAPPER.createObjectNode();
    body.set("namens", scene.as(as(party)));
    body.putObject("door").put("id", "med-12").put("functie", "privacy officer");
    for (int i = 0; i < fields.length; i += 2) {
      body.put(fields[i], fields[i + 1]);
    }
    return scene.partner(party).postJson(PATH + "/" + id + "/" + what, body.toString());
  }

  private static PartyAs as(String party) {
    return new PartyAs(party, party.equals("school") ? "school-ib" : "lpa");
  }

  /// Tries to close the task about this instead of answering.
  ///
  /// @return the status; 0 when there is no such task
  int closesTask(String party, String about) {
    for (var task : json(scene.partner(party).get("/v1/taken")).path("taken")) {
      if (task.path("over").asText().equals(about)) {
        var body = MAPPER.createObjectNode().put("toelichting", "weg ermee");
        body.set("namens", scene.as(as(party)));
        var path = "/v1/taken/" + task.path("id").asText() + "/afhandelingen";
        return scene.partner(party).postJson(path, body.toString()).status();
      }
    }
    return 0;
  }

  static JsonNode json(Answer answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
