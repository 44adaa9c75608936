package nl.sluis.dev.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.gateway.client.Distrusted;
import nl.sluis.gateway.client.LogWatch;
import nl.sluis.gateway.logbook.LogKey;
import nl.sluis.gateway.logbook.ProvenRow;

/// What the partners here saw of a logbook before: each receipt that they get must be of the same
/// one, proved from the tiles that the gateway gives to anybody.
final class SeenLog {
  /// A database that was made anew under the same name is another.
  private static final String NUMBER =
      "select oid from pg_database where datname = current_database()";

  private SeenLog() {}

  /// Is the logbook of this receipt the one that was seen before on this database, and does the
  /// receipt prove a row of it, by the keys that follow from the one that is known?
  static boolean proves(
      DevSite site, Doorway door, DevDatabase database, LogKey key, String receipt) {
    int end = receipt.indexOf("\n\n");
    if (end < 0) {
      return false;
    }
    var checkpoint = receipt.substring(end + 2);
    try (var log = site.publicLog(door)) {
      var folder = Files.createDirectories(site.folder().resolve("gezien"));
      var watch = new LogWatch(folder.resolve(number(database)), key, log);
      watch.compare(checkpoint);
      return ProvenRow.check(receipt, watch.keys()).isPresent();
    } catch (Distrusted _) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String number(DevDatabase database) {
    try (var owner = database.owner();
        var row = owner.createStatement().executeQuery(NUMBER)) {
      row.next();
      return database.name() + "-" + row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("the database has no number", e);
    }
  }
}
