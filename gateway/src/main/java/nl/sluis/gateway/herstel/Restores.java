package nl.sluis.gateway.herstel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.gateway.logbook.OpenedCheckpoint;

/// Which backups were put back, and which of the rows that went missing were proven since. It only
/// grows. May be shared between threads; it works in the transaction of its caller.
public final class Restores {
  private static final String COLUMNS = "id, van, tot, wortel, vorige, naam, stillegging, op";
  private static final String OPEN =
      """
      select %s from herstel h
      where h.region = ?
        and (
          select count(*) from stillegging_opgeheven o
          where o.region = h.region and o.stillegging = h.stillegging) < 2
      order by h.op desc
      limit 1
      """
          .formatted(COLUMNS);
  private static final String ADD =
      """
      insert into herstel (region, id, van, tot, wortel, vorige, naam, stillegging, op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ACCOUNT =
      """
      insert into herstel_rij (region, herstel, rij, wat, op)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String ACCOUNTED =
      "select rij, wat from herstel_rij where region = ? and herstel = ? order by rij";

  private final String region;

  /// @param region in whose part of the database they live
  public Restores(String region) {
    this.region = region;
  }

  /// The one for which what rests on consent stands still; empty when there is none.
  public Optional<Restore> open(Connection connection) throws SQLException {
    try (var select = connection.prepareStatement(OPEN)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(restore(row)) : Optional.empty();
      }
    }
  }

  private static Restore restore(ResultSet row) throws SQLException {
    return new Restore(
        row.getObject("id", UUID.class),
        row.getLong("van"),
        new OpenedCheckpoint(row.getLong("tot"), row.getBytes("wortel")),
        row.getString("vorige"),
        row.getString("naam"),
        row.getObject("stillegging", UUID.class),
        row.getObject("op", OffsetDateTime.class).toInstant());
  }

  /// Puts one on record; its halt is there already.
  public void add(Connection tx, Restore restore) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, restore.id());
      insert.setLong(3, restore.from());
      insert.setLong(4, restore.seen().size());
      insert.setBytes(5, restore.seen().root());
      insert.setString(6, restore.before());
      insert.setString(7, restore.name());
      insert.setObject(8, restore.halt());
      insert.setObject(9, restore.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /// What became of the missing rows that somebody proved, by row.
  public SortedMap<Long, Accounted> accounted(Connection connection, Restore restore)
      throws SQLException {
    var found = new TreeMap<Long, Accounted>();
    try (var select = connection.prepareStatement(ACCOUNTED)) {
      select.setString(1, region);
      select.setObject(2, restore.id());
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(rows.getLong(1), Accounted.of(rows.getString(2)));
        }
      }
    }
    return found;
  }

  /// Somebody proved that this row was there.
  public void account(Connection tx, Restore restore, long row, Accounted what, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ACCOUNT)) {
      insert.setString(1, region);
      insert.setObject(2, restore.id());
      insert.setLong(3, row);
      insert.setString(4, what.word());
      insert.setObject(5, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
