package nl.sluis.gateway.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import nl.sluis.policies.terms.Oin;

/// Reads the members of an object that may hold these and no others.
record Members(ObjectNode object, String path) {
  private static final long LAST_SECOND = 253_402_300_799L;

  static Members of(JsonNode node, String path, Set<String> required, Set<String> optional)
      throws MessageFault {
    var all = new Gathering();
    var members = of(node, path, required, optional, all);
    all.done();
    return members;
  }

  /// The same, of which everything that is missing or too much is gathered.
  ///
  /// @throws MessageFault when it is no object
  static Members of(
      JsonNode node, String path, Set<String> required, Set<String> optional, Gathering all)
      throws MessageFault {
    if (!(node instanceof ObjectNode object)) {
      throw new MessageFault(FaultCode.VELD_ONGELDIG, path);
    }
    int found = 0;
    for (var member : object.properties()) {
      if (required.contains(member.getKey())) {
        found++;
      } else if (!optional.contains(member.getKey())) {
        all.add(new MessageFault.Part(FaultCode.VELD_ONBEKEND, path));
      }
    }
    var members = new Members(object, path);
    if (found < required.size()) {
      required.stream()
          .filter(name -> !object.has(name))
          .sorted()
          .map(name -> new MessageFault.Part(FaultCode.VELD_ONTBREEKT, members.name(name)))
          .forEach(all::add);
    }
    return members;
  }

  String text(String name, int longest) throws MessageFault {
    var text = object.path(name).textValue();
    if (text == null || text.isEmpty() || text.length() > longest) {
      throw invalid(name);
    }
    return text;
  }

  Oin oin(String name) throws MessageFault {
    var text = text(name, 20);
    if (!Oin.isOin(text)) {
      throw invalid(name);
    }
    return new Oin(text);
  }

  long second(String name) throws MessageFault {
    var node = object.path(name);
    if (!node.isIntegralNumber() || node.longValue() < 0 || node.longValue() > LAST_SECOND) {
      throw invalid(name);
    }
    return node.longValue();
  }

  MessageFault invalid(String name) {
    return new MessageFault(FaultCode.VELD_ONGELDIG, name(name));
  }

  String name(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
