package nl.sluis.gateway.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.postbus.Payload;
import nl.sluis.gateway.sequencer.MessageRow;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;

/// Remembers each answer with its message, and gives the same answer to whoever asks again (10.5).
///
/// May be shared between threads.
public final class Answers {
  private final HourKeys keys;
  private final Logbook logbook;

  /// @param keys encrypts what is remembered
  /// @param logbook gives the receipt again
  public Answers(HourKeys keys, Logbook logbook) {
    this.keys = keys;
    this.logbook = logbook;
  }

  /// The row that remembers this answer.
  MessageRow remember(
      Decided decided,
      Answer.Kind kind,
      ObjectNode body,
      Optional<UUID> parcel,
      Logged row,
      long size) {
    var admitted = decided.admitted();
    var keyName = keys.answerKeyAt(decided.found().at());
    var stored = JsonNodeFactory.instance.objectNode();
    stored.put("soort", kind.name());
    stored.set("antwoord", body);
    var message = admitted.identified().message();
    return new MessageRow(
        admitted.key(),
        message.sha256(),
        admitted.transaction(),
        message.from().oin(),
        parcel,
        keys.seal(keyName, bound(admitted.transaction()), Payload.bytes(stored)),
        keyName,
        row.index(),
        size,
        decided.found().at());
  }

  /// The original answer; or, when the same number now carries other bytes, that nothing was done.
  Plan<Answer> again(MessageRow known, byte[] digest) {
    if (!MessageDigest.isEqual(known.digest(), digest)) {
      var body = JsonNodeFactory.instance.objectNode();
      return Plan.known(new Answer(Answer.Kind.BOTSING, body, ""));
    }
    return new Again(known);
  }

  /// Tells the original answer once everything up to its row is published.
  private final class Again implements Plan<Answer> {
    private final MessageRow known;

    Again(MessageRow known) {
      this.known = known;
    }

    @Override
    public List<Entry> entries() {
      return List.of();
    }

    @Override
    public void write(Writes writes, List<Logged> rows) {}

    @Override
    public Answer answer(Written written) throws SQLException {
      var clear = keys.open(known.answerKey(), bound(known.transaction()), known.answer());
      var stored = Payload.node(clear);
      var kind = Answer.Kind.valueOf(stored.get("soort").asText());
      var receipt = logbook.receiptFor(known.row(), known.treeSize());
      return new Answer(kind, (ObjectNode) stored.get("antwoord"), receipt);
    }
  }

  private static String bound(UUID transaction) {
    return "antwoord:" + transaction;
  }
}
