package nl.sluis.gateway.normen;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/// How far the logbook was read for one purpose: a place that is kept in the database and moves
/// only when what was read is dealt with.
///
/// Of several gateways one reads on at a time; the others pass by. May be shared between threads.
public final class Progress {
  private static final String BEGIN =
      """
      insert into regel_stand (region, wat, volgende)
      values (?, ?, 0)
      on conflict do nothing
      """;
  private static final String TAKE =
      """
      select volgende
      from regel_stand
      where region = ? and wat = ?
      for update skip locked
      """;
  private static final String READ =
      "select volgende from regel_stand where region = ? and wat = ?";
  private static final String MOVE =
      "update regel_stand set volgende = ? where region = ? and wat = ?";
  private static final String HEAD = "select size from logbook_head where region = ?";

  private final String region;
  private final String what;

  /// @param what for which purpose
  public Progress(String region, String what) {
    this.region = region;
    this.what = what;
  }

  /// The next row to read, held until the transaction ends; empty when another gateway holds it.
  public OptionalLong take(Connection tx) throws SQLException {
    try (var statement = tx.prepareStatement(BEGIN)) {
      statement.setString(1, region);
      statement.setString(2, what);
      statement.execute();
    }
    return one(tx, TAKE);
  }

  /// The next row to read, as anybody may know; zero when nothing was read.
  public long next(Connection connection) throws SQLException {
    return one(connection, READ).orElse(0);
  }

  private OptionalLong one(Connection connection, String query) throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, region);
      statement.setString(2, what);
      try (var row = statement.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /// Everything before this row is dealt with.
  public void move(Connection tx, long next) throws SQLException {
    try (var statement = tx.prepareStatement(MOVE)) {
      statement.setLong(1, next);
      statement.setString(2, region);
      statement.setString(3, what);
      statement.execute();
    }
  }

  /// How many rows the logbook has.
  public long size(Connection connection) throws SQLException {
    try (var statement = connection.prepareStatement(HEAD)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
