package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The keys that ever signed the logbook, each vouched for by the one before, and every other key
/// with which Sluis signs or signed, vouched for by the logbook; as anybody may have them.
///
/// May be shared between threads.
public final class KeyList {
  private final Logbook logbook;
  private final UseKeyChange uses;
  private final DataSource database;

  /// @param logbook whose keys are told
  /// @param uses the history of the other keys
  public KeyList(Logbook logbook, UseKeyChange uses, DataSource database) {
    this.logbook = logbook;
    this.uses = uses;
    this.database = database;
  }

  /// `sleutels`, `verklaringen` of the logbook itself, and `andereVerklaringen`.
  public ObjectNode json() throws SQLException {
    var body = JsonNodeFactory.instance.objectNode();
    var keys = body.putArray("sleutels");
    for (var period : logbook.keyHistory().periods()) {
      var one =
          keys.addObject()
              .put("gebruik", "logboek")
              .put("nummer", period.number())
              .put("sleutel", period.key().toString())
              .put("vanafRijen", period.from());
      period.since().ifPresent(at -> one.put("vanaf", at.toString()));
      period.until().ifPresent(rows -> one.put("totRijen", rows));
      period.ended().ifPresent(at -> one.put("tot", at.toString()));
    }
    var statements = body.putArray("verklaringen");
    logbook.keyStatements().forEach(statements::add);
    try (var connection = database.getConnection()) {
      others(connection, keys, body.putArray("andereVerklaringen"));
    }
    return body;
  }

  private void others(Connection connection, ArrayNode keys, ArrayNode statements)
      throws SQLException {
    for (var of : uses.read(connection).entrySet()) {
      for (var period : of.getValue()) {
        var one =
            keys.addObject()
                .put("gebruik", of.getKey().word())
                .put("nummer", period.number())
                .put("sleutel", period.key().getKeyID())
                .put("vanaf", period.since().toString());
        period.until().ifPresent(at -> one.put("tot", at.toString()));
        var jwk = one.putObject("jwk");
        period.key().getRequiredParams().forEach((name, part) -> jwk.put(name, part.toString()));
      }
      uses.statements(connection, of.getKey()).forEach(statements::add);
    }
  }
}
