package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.SQLException;
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

  /// Deletes everything of these persons, their names in this erasure among it; after it the erasure
  /// is done.
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

  private boolean isLate(Connection tx, Erasures.Open erasure, long accounted)
      throws SQLException {
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
