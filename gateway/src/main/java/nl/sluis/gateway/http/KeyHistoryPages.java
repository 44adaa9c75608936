package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.UseKeyChange;

/// The keys that ever signed the logbook, each vouched for by the one before, and every other key
/// with which Sluis signs or signed, vouched for by the logbook; for anybody.
///
/// May be shared between threads.
public final class KeyHistoryPages implements OpenRoutes {
  private final Logbook logbook;
  private final UseKeyChange uses;
  private final DataSource database;

  /// @param logbook whose keys are shown
  /// @param uses the history of the other keys
  public KeyHistoryPages(Logbook logbook, UseKeyChange uses, DataSource database) {
    this.logbook = logbook;
    this.uses = uses;
    this.database = database;
  }

  @Override
  public void add(Router router, Web web) {
    web.add(router, GET, "/logboek/sleutels", "", _ -> keys());
  }

  private Reply keys() throws SQLException {
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
    others(keys, body.putArray("andereVerklaringen"));
    return Reply.json(200, body);
  }

  private void others(ArrayNode keys, ArrayNode statements) throws SQLException {
    try (var connection = database.getConnection()) {
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
}
