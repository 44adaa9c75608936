package nl.sluis.dev.uitwisseling;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nl.sluis.dev.partner.Answer;
import nl.sluis.dev.partner.SimulatedPartner;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A message with one count about families in Bloemendaal, from the CJG to the municipality.
final class CountMessage {
  static final Oin CJG = new Oin("00000099000000101000");
  private static final Oin TOWN = new Oin("00000099000000403000");

  private CountMessage() {}

  /// Signs and sends it.
  static Answer send(SimulatedPartner partner, String measure, String period, int count) {
    var content = JsonNodeFactory.instance.objectNode().put("periode", period);
    content.put("gemeente", "Bloemendaal");
    ObjectNode line = content.putArray("cijfers").addObject();
    line.put("omschrijving", measure).put("aantal", count);
    var draft =
        partner
            .messages()
            .draft(
                new Purpose("samenloop-terugmelding"),
                new PartyRole(CJG, Role.CJG_COACH),
                new PartyRole(TOWN, Role.GEMEENTE_BELEID))
            .category(DataCategory.K00, content);
    return partner.sendMessage(draft.sign().text(), partner.token());
  }
}
