package nl.sluis.dev.proef;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.partner.DevSite;
import nl.sluis.dev.rig.Rig;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.logbook.Logbook;

/// Writes many rows through the writer of the product itself, in large batches: each is sealed with
/// the keys of its person and month, stands in the tree and is covered by a signed checkpoint.
///
/// The rows are those of a real exchange (accepted, handed over, confirmed), told again about a
/// crowd of other people over five years. For one thread.
final class ManyRows implements AutoCloseable {
  private static final int BATCH = 5_000;
  private static final int ROWS_PER_PERSON = 100;
  private static final Duration HISTORY = Duration.ofDays(5 * 365 - 40);
  private static final List<EntryKind> EXCHANGE =
      List.of(EntryKind.ACCEPTED, EntryKind.DISCLOSED, EntryKind.CONFIRMED);

  private final HikariDataSource pool;
  private final KeyVault keys;
  private final Instant now;
  private final List<ObjectNode> templates;
  private final Random random = new Random(2026);

  private ManyRows(DevSite site, DevDatabase database, List<ObjectNode> templates) {
    this.pool = pool(database);
    this.keys = site.keys();
    this.now = site.clock().instant();
    this.templates = templates;
  }

  /// Takes the rows of the last exchange about this person as an example.
  static ManyRows like(DevSite site, DevDatabase database, UUID person) {
    var reader = new LogReader(Rig.REGION, site.keys());
    try (var owner = database.owner()) {
      var rows = reader.about(owner, person, Long.MAX_VALUE, 50);
      var templates =
          EXCHANGE.stream()
              .map(
                  kind ->
                      rows.stream()
                          .map(LogReader.Row::detail)
                          .filter(row -> kind.code().equals(row.path(Entry.KIND).asText()))
                          .findFirst()
                          .orElseThrow())
              .toList();
      return new ManyRows(site, database, templates);
    } catch (SQLException e) {
      throw new IllegalStateException("the rows of an exchange cannot be read", e);
    }
  }

  /// What was written.
  ///
  /// @param people about whom
  /// @param seconds it took
  record Written(List<UUID> people, int rows, double seconds) {
    double perSecond() {
      return rows / seconds;
    }
  }

  /// Writes so many rows; afterwards the logbook is one that anybody may check.
  Written write(int rows) {
    return write(rows, List.of());
  }

  /// The same, with these among the people.
  Written write(int rows, List<UUID> among) {
    var people = new ArrayList<UUID>(among);
    for (int i = 0; i < Math.max(1, rows / ROWS_PER_PERSON); i++) {
      people.add(new UUID(random.nextLong(), random.nextLong()));
    }
    return write(rows, people, HISTORY);
  }

  /// Writes so many rows about these people, of so long until now.
  Written write(int rows, List<UUID> people, Duration history) {
    var begin = System.nanoTime();
    try {
      var logbook = open();
      try (var tx = connection()) {
        tx.setAutoCommit(false);
        for (int done = 0; done < rows; done += BATCH) {
          var at = now.minus(history).plus(history.multipliedBy(done).dividedBy(rows));
          var batch = logbook.append(tx, entries(Math.min(BATCH, rows - done), people), at);
          tx.commit();
          logbook.publish(batch);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the rows could not be written", e);
    }
    return new Written(people, rows, (System.nanoTime() - begin) / 1e9);
  }

  /// As many entries as asked, three about each exchange.
  List<Entry> entries(int count, List<UUID> people) {
    var entries = new ArrayList<Entry>(count);
    while (entries.size() < count) {
      var person = Optional.of(people.get(random.nextInt(people.size())));
      var transaction = new UUID(random.nextLong(), random.nextLong()).toString();
      for (int i = 0; i < EXCHANGE.size() && entries.size() < count; i++) {
        var detail = templates.get(i).deepCopy();
        detail.remove(List.of(Entry.KIND, Entry.TIME));
        detail.put(Entry.TRANSACTION, transaction);
        entries.add(new Entry(EXCHANGE.get(i), person, detail));
      }
    }
    return entries;
  }

  Logbook open() throws SQLException {
    return Logbook.open(Rig.REGION, DevSettings.ORIGIN, pool, keys, new SecureRandom());
  }

  /// A connection of a gateway.
  Connection connection() throws SQLException {
    return pool.getConnection();
  }

  @Override
  public void close() {
    pool.close();
  }

  private static HikariDataSource pool(DevDatabase database) {
    var config = new HikariConfig();
    config.setJdbcUrl(database.url());
    config.setUsername("sluis_gateway");
    config.setMaximumPoolSize(4);
    config.addDataSourceProperty("options", "-c plan_cache_mode=force_generic_plan -c jit=off");
    return new HikariDataSource(config);
  }
}
