package nl.sluis.gateway.boot;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Appended;
import nl.sluis.gateway.logbook.Logbook;

/// An open logbook with its database and its vault, for changing a key. For one thread.
///
/// @param reached hears where it is
record KeySite(DataSource database, KeyVault vault, Logbook logbook, Consumer<KeyMoment> reached) {
  /// What is done with it.
  @FunctionalInterface
  interface Work {
    void run(KeySite site) throws SQLException;
  }

  /// What is written in a transaction.
  @FunctionalInterface
  interface Row {
    Appended in(Connection tx) throws SQLException;
  }

  static void open(Settings settings, KeyVault vault, Consumer<KeyMoment> reached, Work work)
      throws SQLException {
    Schema.migrate(settings.database());
    try (var database = Pool.of(settings.database())) {
      var origin = settings.logbookOrigin();
      var logbook = Logbook.open(settings.region(), origin, database, vault, new SecureRandom());
      work.run(new KeySite(database, vault, logbook, reached));
    }
  }

  /// One row, committed and then published; the lock on the head ends with the commit. What breaks
  /// off in between is signed by whoever opens the logbook next, or by a gateway at work.
  void write(Row row) throws SQLException {
    try (var tx = database.getConnection()) {
      tx.setAutoCommit(false);
      Appended appended;
      try {
        appended = row.in(tx);
        tx.commit();
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
      reached.accept(KeyMoment.SAID);
      logbook.publish(appended);
    }
  }

  /// The next key is in the vault.
  void made() {
    reached.accept(KeyMoment.MADE);
  }
}
