package nl.sluis.gateway.aansluiting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whom to reach at a partner when its connection does not do what it should. Immutable.
///
/// A function and not a name: an application is kept for as long as the logbook, and a person who
/// leaves would stay in it.
///
/// @param function such as `servicedesk`
/// @param phone where somebody answers
/// @param email where somebody reads
public record Contact(String function, String phone, String email) {
  private static final Set<String> NAMES = Set.of("functie", "telefoon", "email");

  /// What is wrong with it, in Dutch; empty when it can be used.
  List<String> faults() {
    var faults = new ArrayList<String>();
    if (!function.matches("[\\p{L}0-9 .,'/()-]{2,80}")) {
      faults.add("De functie van de contactpersoon is geen tekst van 2 tot 80 letters.");
    }
    if (!phone.matches("[+0-9 ()-]{6,20}")) {
      faults.add("Het telefoonnummer van de contactpersoon is geen telefoonnummer.");
    }
    if (!email.matches("[^@\\s]{1,64}@[A-Za-z0-9.-]{3,120}")) {
      faults.add("Het e-mailadres van de contactpersoon is geen e-mailadres.");
    }
    return faults;
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("functie", function)
        .put("telefoon", phone)
        .put("email", email);
  }

  /// @return an empty one when it is not in form, which has faults
  static Contact read(JsonNode node) {
    var strange = false;
    for (var names = node.fieldNames(); names.hasNext(); ) {
      strange |= !NAMES.contains(names.next());
    }
    return strange
        ? new Contact("", "", "")
        : new Contact(text(node, "functie"), text(node, "telefoon"), text(node, "email"));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText("");
  }
}
