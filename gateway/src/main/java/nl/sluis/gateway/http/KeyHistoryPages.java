package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import nl.sluis.gateway.logbook.Logbook;

/// The keys that ever signed the logbook, each vouched for by the one before; for anybody.
///
/// May be shared between threads.
public final class KeyHistoryPages implements OpenRoutes {
  private final Logbook logbook;

  /// @param logbook whose keys are shown
  public KeyHistoryPages(Logbook logbook) {
    this.logbook = logbook;
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
    return Reply.json(200, body);
  }
}
