package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import nl.sluis.gateway.acuut.Outage;
import nl.sluis.gateway.decision.DecisionJson;
import nl.sluis.gateway.message.SignedMessage;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.question.Question;

/// What the logbook remembers of one message and its decision.
final class Detail {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Duration SKEW = Duration.ofSeconds(60);

  private Detail() {}

  /// The row of one decision about one message.
  static ObjectNode of(
      Admitted admitted, Question question, Decision decision, Convenant convenant) {
    var message = admitted.identified().message();
    var row = JSON.objectNode();
    row.put("transactie", admitted.transaction().toString());
    row.put("afzender", admitted.caller().value());
    row.put("ondertekenaar", message.signer().value());
    row.put("jti", message.jti());
    row.put("berichtHash", HexFormat.of().formatHex(message.sha256()));
    var acting = message.disclosed().get("handelend");
    if (acting != null) {
      row.set("handelend", acting);
    }
    var previous = message.disclosed().get("vervolgOp");
    if (previous != null && previous.isTextual()) {
      row.put("vervolgOp", previous.asText());
    }
    admitted.waited().ifPresent(kept -> row.put("aangehoudenIn", kept.transaction().toString()));
    if (Acute.isAcute(message)) {
      clock(row, message, admitted.outage().map(Outage::received).orElse(question.at()));
    }
    admitted.outage().ifPresent(during -> during.in(row));
    DecisionJson.write(row, question, decision, convenant);
    return row;
  }

  /// No clock holds an acute report up; that the sender's is wrong is written down.
  private static void clock(ObjectNode row, SignedMessage message, Instant received) {
    boolean early = message.issuedAt().isAfter(received.plus(SKEW));
    if (early || received.isAfter(message.expiresAt().plus(SKEW))) {
      var off = Duration.between(message.issuedAt(), received);
      row.put("klokAfwijkingSeconden", off.toSeconds());
    }
  }
}
