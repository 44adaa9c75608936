package nl.sluis.gateway.controle;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Holds the parcels of the exchange against the rows that say what became of them.
///
/// A parcel that is forgotten is not missed: the table is for work, the logbook for history. For
/// one thread.
final class ExchangeReplay {
  private static final String PARCELS =
      """
      select id::text, transaction_id::text, state, accepted_row, released_row, purpose, rule_id,
        sender_oin || '/' || sender_role, receiver_oin || '/' || receiver_role
      from parcel
      where region = ?
      """;

  /// What the rows say of a parcel.
  private static final class Told {
    private long accepted = -1;
    private long released = -1;
    private String transaction = "";
    private String content = "";
  }

  private final Map<String, Told> told = new HashMap<>();

  /// To be called for each row that can be read, in order.
  void row(long index, JsonNode row) {
    var id = row.path("pakket").asText();
    if (id.isEmpty()) {
      return;
    }
    switch (row.path("soort").asText()) {
      case "aangenomen" -> {
        var one = told.computeIfAbsent(id, _ -> new Told());
        one.accepted = index;
        one.transaction = row.path("transactie").asText();
      }
      case "verstrekt" -> {
        var one = told.computeIfAbsent(id, _ -> new Told());
        one.released = index;
        one.content =
            String.join(
                "|",
                row.path("doel").asText(),
                row.path("regel").asText(),
                row.at("/van/oin").asText() + "/" + row.at("/van/rol").asText(),
                row.at("/aan/oin").asText() + "/" + row.at("/aan/rol").asText());
      }
      default -> {
        // Every other row leaves what was accepted and handed over as it is.
      }
    }
  }

  /// To be called after the last row, in the same snapshot.
  void compare(Connection tx, String region, List<Deviation> found) throws SQLException {
    try (var statement = tx.prepareStatement(PARCELS)) {
      statement.setString(1, region);
      statement.setFetchSize(4_096);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var one = told.get(row.getString(1));
          if (one != null) {
            compare(row, one, found);
          }
        }
      }
    }
  }

  private static void compare(ResultSet row, Told one, List<Deviation> found) throws SQLException {
    var released = row.getObject(5, Long.class);
    var content =
        String.join("|", row.getString(6), row.getString(7), row.getString(8), row.getString(9));
    if (one.accepted >= 0
        && (row.getLong(4) != one.accepted || !row.getString(2).equals(one.transaction))) {
      found.add(
          deviation(
              one.accepted, "dit pakket hoort in `parcel` bij een andere rij of transactie."));
    } else if (one.released >= 0 && (released == null || released != one.released)) {
      found.add(deviation(one.released, "dit pakket is verstrekt en `parcel` zegt dat niet."));
    } else if (one.released >= 0 && !content.equals(one.content)) {
      found.add(deviation(one.released, "wat is verstrekt, staat anders in `parcel`."));
    } else if (one.released < 0 && released != null && one.accepted >= 0) {
      found.add(
          deviation(one.accepted, "`parcel` zegt dat dit is verstrekt, en geen rij zegt dat."));
    }
  }

  private static Deviation deviation(long row, String text) {
    return new Deviation(row, "Rij " + row + ": " + text);
  }
}
