package nl.sluis.gateway.werkplek.overleg;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.client.Answer;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.policies.terms.PartyRole;

/// What both parts ask of Sluis: on behalf of the organisation, with what is wrong as sentences
/// that a person can act on.
final class Asking {
  private Asking() {}

  /// A body in the name of this organisation.
  static ObjectNode body(Worker who) {
    var body = JsonNodeFactory.instance.objectNode();
    body.set("namens", party(who.at().party()));
    return body;
  }

  static ObjectNode party(PartyRole party) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("oin", party.oin().value())
        .put("rol", party.role().code());
  }

  /// About whom it is.
  static ObjectNode reference(String kind, String value) {
    return JsonNodeFactory.instance.objectNode().put("soort", kind).put("waarde", value);
  }

  /// What a person can mend, in sentences; nothing when it was done.
  ///
  /// @throws Stopped when it is nothing that a person can mend in this form
  static List<String> faults(Answer answer) throws Stopped {
    if (answer.isOk()) {
      return List.of();
    }
    var faults = new ArrayList<String>();
    for (var fault : answer.body().path("fouten")) {
      var now = fault.path("watNu").asText("");
      faults.add(fault.path("uitleg").asText() + (now.isEmpty() ? "" : ". " + now));
    }
    if (faults.isEmpty() && answer.status() == 403 && answer.body().has("detail")) {
      faults.add(answer.body().path("detail").asText());
    }
    if (faults.isEmpty()) {
      throw Stopped.by(answer);
    }
    return faults;
  }
}
