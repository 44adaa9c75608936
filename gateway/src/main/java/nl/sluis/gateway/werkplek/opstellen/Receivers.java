package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.werkplek.Workplace;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.hypothesis.OpenRoad;

/// Who can receive on a road: by function, from the contact register where the convenant has one
/// for that function, and else whom the convenant names. Never a person.
final class Receivers {
  private Receivers() {}

  /// Each with `oin`, `naam` and, where the register says so, `team`. Where the register does not
  /// answer it is whom the convenant names: Sluis judges the receiver anyhow.
  static ArrayNode of(Workplace at, OpenRoad road) throws InterruptedException {
    var contacts = contacts(at, road);
    var list = JsonNodeFactory.instance.arrayNode();
    for (var contact : contacts) {
      if (contact.path("functie").asText().equals(road.to().code())) {
        party(road, contact.path("partij").asText())
            .ifPresent(party -> add(list, party, contact.path("team").asText()));
      }
    }
    if (list.isEmpty()) {
      road.receivers()
          .forEach(
              party -> list.addObject().put("oin", party.oin().value()).put("naam", party.name()));
    }
    return list;
  }

  /// A message goes to a function of an organisation; which of its teams has it, the register says.
  private static void add(ArrayNode list, Party party, String team) {
    for (var there : list) {
      if (there.path("oin").asText().equals(party.oin().value())
          && there instanceof ObjectNode same) {
        same.put("team", there.path("team").asText() + ", " + team);
        return;
      }
    }
    list.addObject().put("oin", party.oin().value()).put("naam", party.name()).put("team", team);
  }

  private static Optional<Party> party(OpenRoad road, String oin) {
    return road.receivers().stream().filter(one -> one.oin().value().equals(oin)).findFirst();
  }

  private static JsonNode contacts(Workplace at, OpenRoad road) throws InterruptedException {
    var self = road.convenant().parties().get(road.from().oin());
    var function = road.convenant().arrangements().contact(road.to());
    if (self == null || function.filter(f -> !f.partsOf(self.kind()).isEmpty()).isEmpty()) {
      return MissingNode.getInstance();
    }
    try {
      var answer = at.line().get("/v1/contactpunten?school=" + self.oin().value());
      return answer.isOk() ? answer.body().path("contacten") : MissingNode.getInstance();
    } catch (Stopped | IOException _) {
      return MissingNode.getInstance();
    }
  }
}
