package nl.sluis.gateway.werkplek.meldcode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.gateway.werkplek.concept.Drafts;
import nl.sluis.policies.terms.Role;

/// What stands in the sealed draft of one person: the answers, the message that may be under way,
/// and what Sluis said of it. Nothing else is kept anywhere. One request.
final class Dossier {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ANSWERS = "meldcode";
  private static final String UNDER_WAY = "meldcode-onderweg";
  private static final String TOLD = "meldcode-antwoord";

  /// Shorter than a message is valid, so that it arrives in time.
  private static final Duration AGAIN = OutgoingMessage.VALID.minusMinutes(5);

  private final Drafts.Own drafts;

  private Dossier(Drafts.Own drafts) {
    this.drafts = drafts;
  }

  /// That of whoever is at the desk.
  static Dossier of(Drafts drafts, Worker who, Asked asked) {
    return new Dossier(drafts.of(asked, owner(who)));
  }

  /// Whose drafts they are: the next person at the same browser opens none of them.
  static String owner(Worker who) {
    return who.at().party() + " " + who.function() + " " + who.pseudonym();
  }

  /// What was filled in; empty when nothing was.
  Optional<Answers> answers() throws IOException {
    return drafts.read(ANSWERS).map(Answers::of);
  }

  /// Keeps what was filled in. What was under way was about something else.
  void keep(Answers answers) throws IOException {
    drafts.keep(ANSWERS, answers.toJson());
    drafts.drop(UNDER_WAY);
  }

  /// Exactly the message that may have arrived already, for as long as it is valid.
  Optional<Sent> underWay(Instant now) throws IOException {
    return drafts
        .read(UNDER_WAY)
        .filter(one -> now.isBefore(Instant.parse(one.path("op").asText()).plus(AGAIN)))
        .map(one -> new Sent(one.path("jti").asText(), one.path("tekst").asText()));
  }

  /// Keeps a message before it goes.
  void underWay(Sent sent, Instant now) throws IOException {
    drafts.keep(
        UNDER_WAY,
        JsonNodeFactory.instance
            .objectNode()
            .put("jti", sent.jti())
            .put("tekst", sent.text())
            .put("op", now.toString()));
  }

  /// What Sluis said of the last message.
  Optional<Told> told() throws IOException {
    return drafts.read(TOLD).map(one -> JSON.convertValue(one.path("antwoord"), Told.class));
  }

  /// The message that was held, which the next one follows.
  Optional<String> held() throws IOException {
    return drafts.read(TOLD).map(one -> one.path("aangehouden").asText()).filter(s -> !s.isEmpty());
  }

  /// Keeps what Sluis said of a message; what was let through is nowhere here any more.
  void answered(Sent sent, Told told) throws IOException {
    ObjectNode said = JsonNodeFactory.instance.objectNode();
    said.set("antwoord", JSON.valueToTree(told));
    if (told.kind() == Told.Kind.AANGEHOUDEN) {
      said.put("aangehouden", sent.jti());
    }
    drafts.keep(TOLD, said);
    if (told.kind() != Told.Kind.NIET_NU) {
      drafts.drop(UNDER_WAY);
    }
    if (told.kind() == Told.Kind.GESTUURD) {
      drafts.drop(ANSWERS);
    }
  }

  /// Throws everything away.
  void drop() throws IOException {
    drafts.drop(ANSWERS);
    drafts.drop(UNDER_WAY);
    drafts.drop(TOLD);
  }

  /// What somebody kept elsewhere for another day, read strictly: what no page asks is left out.
  ///
  /// @return empty when it is not what this desk gave
  static Optional<Answers> pasted(String text, Asking asking, Role role) {
    try {
      if (!(JSON.readTree(text) instanceof ObjectNode object)) {
        return Optional.empty();
      }
      var read = Answers.of(object);
      var known = new Answers(Map.of());
      for (var step : Step.values()) {
        for (var group : asking.of(step, role, read)) {
          for (var question : group.questions()) {
            var value = read.value(question.name());
            if (question.takes(value)) {
              known = known.set(question.name(), value);
            }
          }
        }
      }
      return Optional.of(known).filter(one -> !one.values().isEmpty());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
