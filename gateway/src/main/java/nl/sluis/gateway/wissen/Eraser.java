package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/// Deletes what is known of persons, in one transaction, with the rights of `sluis_wisser` and of
/// nobody else (design 10.19).
///
/// May be shared between threads.
public final class Eraser {
  private static final String LATE =
      """
      select 1 from logbook_subject
      where region = ? and subject_id = any(?) and idx > ?
      limit 1
      """;

  private final String region;
  private final DataSource database;

  /// @param database connections as `sluis_wisser`, which cannot write a row nor make a key
  public Eraser(String region, DataSource database) {
    this.region = region;
    this.database = database;
  }

  /// Deletes everything of these persons, their names in this erasure among it; after it the
  /// erasure is done.
  ///
  /// @param accounted up to which row of the logbook rows `gewist` account for it
  /// @return false when nothing was deleted, because a row came after those
  boolean erase(Erasures.Open erasure, long accounted) throws SQLException {
    try (var tx = database.getConnection()) {
      tx.setAutoCommit(false);
      try {
        if (isLate(tx, erasure, accounted)) {
          return false;
        }
        OfPerson.delete(tx, region, erasure.persons());
        tx.commit();
        return true;
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
    }
  }

  /// Deletes some of the ways from persons and organisations to the rows of a month that nobody can
  /// read any more.
  ///
  /// @return how many went; zero when none is left
  int forget(String month, int most) throws SQLException {
    try (var connection = database.getConnection()) {
      int gone = 0;
      for (var table : List.of("logbook_subject", "logbook_party")) {
        try (var delete =
            connection.prepareStatement(
                """
                delete from %1$s
                where ctid = any(array(
                  select ctid from %1$s
                  where region = ? and key_id in (?, ? || '+betrokkene')
                  limit ?))
                """
                    .formatted(table))) {
          delete.setString(1, region);
          delete.setString(2, month);
          delete.setString(3, month);
          delete.setInt(4, most);
          gone += delete.executeUpdate();
        }
      }
      return gone;
    }
  }

  /// Deletes some rows of a table that came to the end of its own term, with what belongs to them.
  ///
  /// @return how many went, by table
  Map<String, Integer> end(Ends ends, Instant sure, int most) throws SQLException {
    try (var tx = database.getConnection()) {
      tx.setAutoCommit(false);
      try {
        var gone = ends.delete(tx, region, sure, most);
        tx.commit();
        return gone;
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
    }
  }

  private boolean isLate(Connection tx, Erasures.Open erasure, long accounted) throws SQLException {
    try (var select = tx.prepareStatement(LATE)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", erasure.persons().toArray(UUID[]::new)));
      select.setLong(3, accounted);
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
