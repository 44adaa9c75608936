package nl.sluis.gateway.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Writes;

/// Which row of the logbook tells of which consent event.
///
/// May be shared between threads; it works in the transaction of its caller.
public final class EventRows {
  // What was written in this transaction about this person was written by this work: who writes
  // facts about a person is alone with that person in a batch.
  private static final String TIE =
      """
      insert into gebeurtenis_rij (region, ask_id, seq, rij, boomgrootte)
      select e.region, e.ask_id, e.seq, ?, ?
      from consent_ask a
      join consent_event e on e.region = a.region and e.ask_id = a.id
      where a.region = ? and a.subject_id = ? and e.xmin = pg_current_xact_id()::xid
      """;
  private static final String OF =
      """
      select seq, bewijs, rij, boomgrootte
      from gebeurtenis_rij
      where region = ? and ask_id = ?
      order by seq
      """;

  private final String region;

  /// @param region in whose part of the database the events live
  public EventRows(String region) {
    this.region = region;
  }

  /// An event with its row.
  ///
  /// @param seq the number of the event
  /// @param receipt by which name its receipt is known to others
  /// @param index the place of the row in the logbook, from 0
  /// @param size the size of the logbook when its batch was in it
  public record Tied(long seq, UUID receipt, long index, long size) {}

  /// Ties what was just written about this person to the row that tells of it.
  static void tie(Writes writes, UUID subject, Logged row) throws SQLException {
    try (var insert = writes.tx().prepareStatement(TIE)) {
      insert.setLong(1, row.index());
      insert.setLong(2, writes.treeSize());
      insert.setString(3, writes.region());
      insert.setObject(4, subject);
      insert.executeUpdate();
    }
  }

  /// The events of one question that have a row, in order.
  public List<Tied> of(Connection tx, UUID askId) throws SQLException {
    var tied = new ArrayList<Tied>();
    try (var select = tx.prepareStatement(OF)) {
      select.setString(1, region);
      select.setObject(2, askId);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          tied.add(
              new Tied(
                  rows.getLong("seq"),
                  rows.getObject("bewijs", UUID.class),
                  rows.getLong("rij"),
                  rows.getLong("boomgrootte")));
        }
      }
    }
    return tied;
  }
}
