package nl.sluis.dev.proef;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.sluis.dev.partner.DevGateway;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logbook;

/// Many rows about many families, as the writer of the product writes them, spread over five years:
/// what was given, refused, held up and confirmed between a school and those around it. For one
/// thread.
final class FamilyRows {
  private static final int BATCH = 5_000;
  private static final Duration HISTORY = Duration.ofDays(5 * 365 - 40);
  private static final String SCHOOL = "00000099000000201000";
  private static final String CJG = "00000099000000101000";
  private static final List<EntryKind> KINDS =
      List.of(
          EntryKind.ACCEPTED,
          EntryKind.DISCLOSED,
          EntryKind.DISCLOSED,
          EntryKind.DISCLOSED,
          EntryKind.CONFIRMED,
          EntryKind.REFUSED,
          EntryKind.HELD,
          EntryKind.NOT_DELIVERED);
  private static final List<Between> BETWEENS =
      List.of(
          new Between("signaal-bespreken-cjg", SCHOOL, "school-ib", CJG, "cjg-coach"),
          new Between("terugkoppeling-signaal-school", CJG, "cjg-coach", SCHOOL, "school-ib"),
          new Between("signaal-bespreken-cjg", SCHOOL, "school-directeur", CJG, "cjg-coach"));
  private static final List<List<String>> CATEGORIES =
      List.of(List.of("K01", "K09"), List.of("K01", "K05", "K08"), List.of("K13"));

  private final DevGateway gateway;
  private final Instant now;
  private final Random random = new Random(2026);

  private record Between(String purpose, String from, String as, String to, String inRole) {}

  FamilyRows(DevGateway gateway, Instant now) {
    this.gateway = gateway;
    this.now = now;
  }

  /// Writes so many rows, each about one of these, drawn by lot.
  ///
  /// @return how many seconds it took
  double write(int rows, List<UUID> people) throws SQLException {
    var begin = System.nanoTime();
    try (var pool = pool()) {
      var logbook =
          Logbook.open(
              DevSettings.REGION,
              DevSettings.ORIGIN,
              pool,
              gateway.site().keys(),
              new SecureRandom());
      try (var tx = pool.getConnection()) {
        tx.setAutoCommit(false);
        for (int done = 0; done < rows; done += BATCH) {
          var at = now.minus(HISTORY).plus(HISTORY.multipliedBy(done).dividedBy(rows));
          var batch = logbook.append(tx, entries(Math.min(BATCH, rows - done), people), at);
          tx.commit();
          logbook.publish(batch);
        }
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private List<Entry> entries(int count, List<UUID> people) {
    var entries = new ArrayList<Entry>(count);
    for (int i = 0; i < count; i++) {
      var person = people.get(random.nextInt(people.size()));
      entries.add(entry(KINDS.get(random.nextInt(KINDS.size())), person));
    }
    return entries;
  }

  private Entry entry(EntryKind kind, UUID person) {
    var between = BETWEENS.get(random.nextInt(BETWEENS.size()));
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put(Entry.TRANSACTION, new UUID(random.nextLong(), random.nextLong()).toString());
    detail.put("doel", between.purpose());
    detail.putObject("van").put("oin", between.from()).put("rol", between.as());
    detail.putObject("aan").put("oin", between.to()).put("rol", between.inRole());
    var asked = detail.putObject("vraag").putArray("categorieen");
    var given = detail.putArray("vrijgegeven");
    CATEGORIES
        .get(random.nextInt(CATEGORIES.size()))
        .forEach(
            code -> {
              asked.add(code);
              given.add(code);
            });
    return new Entry(kind, Optional.of(person), detail);
  }

  private HikariDataSource pool() {
    var config = new HikariConfig();
    config.setJdbcUrl(gateway.database().url());
    config.setUsername("sluis_gateway");
    config.setMaximumPoolSize(4);
    return new HikariDataSource(config);
  }
}
