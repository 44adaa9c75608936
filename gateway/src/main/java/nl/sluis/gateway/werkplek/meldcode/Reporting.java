package nl.sluis.gateway.werkplek.meldcode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.client.Sent;
import nl.sluis.gateway.partner.Ending;
import nl.sluis.gateway.partner.OutgoingMessage;
import nl.sluis.gateway.partner.OwnCheck;
import nl.sluis.gateway.partner.Stopped;
import nl.sluis.gateway.werkplek.Worker;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;

/// Makes of a whole record the message that a connected system would send: signed with the own key,
/// and sealed for Veilig Thuis where the convenant says so. Keeps nothing. Thread-safe.
final class Reporting {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Reporting() {}

  /// What would be sent, before it is signed.
  ///
  /// @param record the whole meldcode record
  /// @param follows the message that was held before, if one was
  static OutgoingMessage message(
      Worker who, Answers answers, ObjectNode record, PartyRole to, Optional<String> follows) {
    var disclosed = new LinkedHashMap<String, JsonNode>();
    disclosed.put(
        "betrokkene",
        JSON.objectNode()
            .put("soort", answers.value("kind.soort"))
            .put("waarde", answers.value("kind.waarde")));
    disclosed.put(
        "handelend", JSON.objectNode().put("id", who.pseudonym()).put("functie", who.function()));
    follows.ifPresent(jti -> disclosed.put("vervolgOp", JSON.textNode(jti)));
    disclosed.put("meldcode", record);
    var categories = new LinkedHashMap<DataCategory, ObjectNode>();
    categories.put(DataCategory.K01, child(answers));
    categories.put(DataCategory.K16, danger(record, answers));
    return new OutgoingMessage(
        Receivers.REPORT, who.at().party(), to, Optional.empty(), disclosed, categories);
  }

  /// What reading on the desk finds in it, in sentences; empty when nothing stands in the way.
  static List<String> faults(Worker who, OutgoingMessage message) {
    var line = who.at().line();
    return spoken(who, message)
        .map(spoken -> line.check().faults(message, spoken))
        .orElseGet(() -> List.of("Geen convenant dat nu geldt laat uw rol melden"));
  }

  /// The message, sealed and signed.
  ///
  /// @throws Stopped when Veilig Thuis has no key to seal for, or there is none to sign with
  static Sent sign(Worker who, OutgoingMessage message)
      throws Stopped, IOException, InterruptedException {
    var line = who.at().line();
    var spoken = spoken(who, message).orElseThrow();
    var now = line.clock().instant();
    var book = line.book();
    boolean seals = message.categories().keySet().stream().anyMatch(spoken::seals);
    if (seals && book.sealing(message.to().oin(), now).isEmpty() && book.changed().isEmpty()) {
      throw new Stopped(
          Ending.NIET_TE_VERTROUWEN,
          "Veilig Thuis heeft geen sleutel in het adresboek die het zelf tekende; er is niets"
              + " gestuurd. Bel 0800-2000.");
    }
    return message.signed(message.draft(line.messages()), spoken, book, now);
  }

  private static Optional<OwnCheck.Spoken> spoken(Worker who, OutgoingMessage message) {
    var line = who.at().line();
    return line.check()
        .rule(
            message.purpose(),
            message.from(),
            message.to(),
            message.convenant(),
            line.clock().instant());
  }

  private static ObjectNode child(Answers answers) {
    var child = JSON.objectNode();
    for (var name : List.of("voornamen", "tussenvoegsel", "achternaam", "geboortedatum")) {
      var value = answers.value("kind." + name);
      if (!value.isEmpty()) {
        child.put(name, value);
      }
    }
    return child;
  }

  /// The signals of step one once more, as the category for Veilig Thuis has them.
  private static ObjectNode danger(ObjectNode record, Answers answers) {
    var danger = JSON.objectNode();
    danger.set("signalen", record.path("stap1").path("signalen").deepCopy());
    var question = answers.value("kind.vraag");
    if (!question.isEmpty()) {
      danger.put("vraagAanVeiligThuis", question);
    }
    return danger;
  }
}
