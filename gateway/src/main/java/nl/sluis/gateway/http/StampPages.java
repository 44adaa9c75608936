package nl.sluis.gateway.http;

import static io.vertx.core.http.HttpMethod.GET;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.ext.web.Router;
import java.sql.SQLException;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.sluis.gateway.tijdstempel.StampTable;

/// The timestamps over checkpoints, with all that is needed to check one elsewhere; for anybody.
///
/// May be shared between threads.
public final class StampPages implements OpenRoutes {
  private static final Pattern ROWS = Pattern.compile("[1-9][0-9]{0,17}");

  private final StampTable table;
  private final DataSource database;

  /// @param table where they are
  public StampPages(StampTable table, DataSource database) {
    this.table = table;
    this.database = database;
  }

  @Override
  public void add(Router router, Web web) {
    web.add(router, GET, "/logboek/tijdstempels", "", this::list);
    web.add(router, GET, "/logboek/tijdstempels/:rijen", "", this::one);
  }

  /// At most a thousand, so whoever wants more asks again with the last size as `na`.
  private Reply list(Request request) throws SQLException {
    var after = request.query().getOrDefault("na", "0");
    if (!after.equals("0") && !ROWS.matcher(after).matches()) {
      return Problem.notThere();
    }
    var body = JsonNodeFactory.instance.objectNode();
    var list = body.putArray("tijdstempels");
    try (var connection = database.getConnection()) {
      for (var at : table.times(connection, Long.parseLong(after))) {
        list.addObject().put("rijen", at.size()).put("tijd", at.at().toString());
      }
    }
    return Reply.json(200, body);
  }

  private Reply one(Request request) throws SQLException {
    var rows = request.path().getOrDefault("rijen", "");
    if (!ROWS.matcher(rows).matches()) {
      return Problem.notThere();
    }
    try (var connection = database.getConnection()) {
      return table
          .one(connection, Long.parseLong(rows))
          .map(StampPages::whole)
          .orElseGet(Problem::notThere);
    }
  }

  private static Reply whole(StampTable.Stamped stamped) {
    var stamp = stamped.stamp();
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("rijen", stamped.size())
            .put("tijd", stamp.at().toString())
            .put("checkpoint", stamped.checkpoint())
            .put("stempel", Base64.getEncoder().encodeToString(stamp.response()))
            .put("keten", stamp.chain())
            .put("intrekkingslijsten", stamp.lists());
    return Reply.json(200, body);
  }
}
