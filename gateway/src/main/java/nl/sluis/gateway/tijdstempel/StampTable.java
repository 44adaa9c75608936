package nl.sluis.gateway.tijdstempel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The timestamps over checkpoints as they are stored; none is ever replaced.
///
/// May be shared between threads.
public final class StampTable {
  private static final int MOST = 1_000;
  private static final String ADD =
      """
      insert into tijdstempel (region, size, tijd, stempel, keten, intrekkingslijsten)
      values (?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String COLUMNS =
      """
      select t.size, t.tijd, t.stempel, t.keten, t.intrekkingslijsten, c.note
      from tijdstempel t
      join checkpoint c on c.region = t.region and c.size = t.size
      where t.region = ?
      """;
  private static final String ONE = COLUMNS + "and t.size = ?";
  private static final String AFTER = COLUMNS + "and t.size > ? order by t.size limit " + MOST;
  private static final String LAST = COLUMNS + "order by t.size desc limit ?";
  private static final String TIMES =
      "select size, tijd from tijdstempel where region = ? and size > ? order by size limit "
          + MOST;
  private static final String NEWEST =
      "select size, tijd from tijdstempel where region = ? order by size desc limit 1";
  private static final String LOOSE =
      """
      select t.size from tijdstempel t
      where t.region = ?
        and not exists (select from checkpoint c where c.region = t.region and c.size = t.size)
      order by t.size
      limit 1
      """;

  private final String region;

  /// @param region the logbook
  public StampTable(String region) {
    this.region = region;
  }

  /// A timestamp and the checkpoint that it is over.
  ///
  /// @param size the number of rows
  /// @param checkpoint the signed note, byte for byte as it was stamped
  /// @param stamp the timestamp
  public record Stamped(long size, String checkpoint, Stamp stamp) {}

  /// When a checkpoint was stamped.
  ///
  /// @param size the number of rows
  /// @param at the time that the stamp says
  public record Time(long size, Instant at) {}

  void add(Connection connection, long size, Stamp stamp) throws SQLException {
    try (var statement = connection.prepareStatement(ADD)) {
      statement.setString(1, region);
      statement.setLong(2, size);
      statement.setObject(3, stamp.at().atOffset(ZoneOffset.UTC));
      statement.setBytes(4, stamp.response());
      statement.setString(5, stamp.chain());
      statement.setString(6, stamp.lists());
      statement.executeUpdate();
    }
  }

  Optional<Time> newest(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(NEWEST)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(time(row)) : Optional.empty();
      }
    }
  }

  /// When larger checkpoints than this one were stamped, at most a thousand, in order.
  public List<Time> times(Connection connection, long size) throws SQLException {
    try (var statement = connection.prepareStatement(TIMES)) {
      statement.setString(1, region);
      statement.setLong(2, size);
      try (var row = statement.executeQuery()) {
        var all = new ArrayList<Time>();
        while (row.next()) {
          all.add(time(row));
        }
        return all;
      }
    }
  }

  private static Time time(ResultSet row) throws SQLException {
    return new Time(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
  }

  /// The timestamp over the checkpoint of this size.
  public Optional<Stamped> one(Connection connection, long size) throws SQLException {
    try (var statement = connection.prepareStatement(ONE)) {
      return read(statement, size).stream().findFirst();
    }
  }

  /// The timestamps over larger checkpoints than this one, at most a thousand, in order.
  public List<Stamped> after(Connection connection, long size) throws SQLException {
    try (var statement = connection.prepareStatement(AFTER)) {
      return read(statement, size);
    }
  }

  /// The newest timestamps, at most so many, newest first.
  public List<Stamped> last(Connection connection, int most) throws SQLException {
    try (var statement = connection.prepareStatement(LAST)) {
      return read(statement, most);
    }
  }

  /// The first timestamp whose checkpoint is gone.
  Optional<Long> withoutCheckpoint(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(LOOSE)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private List<Stamped> read(PreparedStatement statement, long size) throws SQLException {
    statement.setString(1, region);
    statement.setLong(2, size);
    try (var row = statement.executeQuery()) {
      var all = new ArrayList<Stamped>();
      while (row.next()) {
        all.add(stamped(row));
      }
      return all;
    }
  }

  private static Stamped stamped(ResultSet row) throws SQLException {
    var at = row.getObject(2, OffsetDateTime.class).toInstant();
    var stamp = new Stamp(row.getBytes(3), at, row.getString(4), row.getString(5));
    return new Stamped(row.getLong(1), row.getString(6), stamp);
  }
}
