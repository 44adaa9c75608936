package nl.sluis.gateway.beeld;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import nl.sluis.gateway.beeld.CheckTable.Stand;
import nl.sluis.gateway.beeld.CheckTable.Step;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Finding;
import nl.sluis.gateway.logbook.LogKeyChange;
import nl.sluis.gateway.logbook.LogbookReport;
import nl.sluis.gateway.logbook.LogbookVerifier;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.policies.terms.Age;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Checks the whole logbook, details included, while Sluis works: each night by itself, and when
/// somebody asks for it.
///
/// One check at a time, on one of the gateways; no exchange waits for it, and what it finds changes
/// nothing. May be shared between threads.
public final class LogCheck implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(LogCheck.class);

  /// The hour of the night in which it begins by itself, here.
  static final int HOUR = 3;

  /// How long after the last answer it does so.
  static final Duration AGAIN = Duration.ofHours(20);

  private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

  private final String region;
  private final String origin;
  private final DataSource database;
  private final KeyVault vault;
  private final Executor threads;
  private final CheckTable table;

  /// @param region the logbook
  /// @param origin the name of the logbook
  /// @param threads on which a check runs
  public LogCheck(
      String region, String origin, DataSource database, KeyVault vault, Executor threads) {
    this.region = region;
    this.origin = origin;
    this.database = database;
    this.vault = vault;
    this.threads = threads;
    this.table = new CheckTable(region);
  }

  /// Where it says how far it is.
  CheckTable table() {
    return table;
  }

  /// Begins a check in the hour of the night, unless there was one today.
  ///
  /// @return one when it began
  @Override
  public int run(Instant now) throws SQLException {
    if (now.atZone(Age.CALENDAR).getHour() != HOUR) {
      return 0;
    }
    try (var tx = database.getConnection()) {
      tx.setAutoCommit(false);
      try {
        table.lock(tx);
        var recent =
            table.newest(tx).filter(step -> step.at().plus(AGAIN).isAfter(now)).isPresent();
        if (recent) {
          return 0;
        }
        var id = begin(tx, now);
        tx.commit();
        start(id, now);
        return 1;
      } finally {
        tx.rollback();
        tx.setAutoCommit(true);
      }
    }
  }

  /// Says that a check begins; whoever calls it MUST hold the lock of the table, and call [#start]
  /// after the commit.
  UUID begin(Connection tx, Instant now) throws SQLException {
    var id = UUID.randomUUID();
    table.add(tx, new Step(id, now, Stand.BEGONNEN, 0, 0));
    return id;
  }

  /// Runs a check that was begun, and does not wait for it.
  ///
  /// @param begun when it began
  void start(UUID id, Instant begun) {
    threads.execute(() -> check(id, begun));
  }

  private void check(UUID id, Instant begun) {
    var running = new Running(id, begun);
    try (var reads = database.getConnection();
        var writes = database.getConnection()) {
      var key = LogKeyChange.newest(reads, region, origin, vault);
      var report =
          LogbookVerifier.withKeys(region, key, vault)
              .verify(reads, (rows, total) -> running.at(writes, rows, total));
      note(writes, running.answer(report));
      if (!report.intact()) {
        LOG.error(
            "the logbook is not whole: {} findings, the first at row {}",
            report.findings().size(),
            report.first().map(Finding::row).orElse(-1L));
      }
    } catch (SQLException e) {
      LOG.warn("a check of the logbook ended early: sqlstate {}", e.getSQLState());
      abandon(running);
    } catch (RuntimeException e) {
      LOG.error("a check of the logbook ended early: {}", e.getClass().getSimpleName());
      abandon(running);
    }
  }

  private void note(Connection connection, Step step) {
    try {
      table.add(connection, step);
    } catch (SQLException e) {
      LOG.warn("how far the check is was not written down: sqlstate {}", e.getSQLState());
    }
  }

  private void abandon(Running running) {
    try (var connection = database.getConnection()) {
      table.add(connection, running.step(Stand.AFGEBROKEN, 0, 0));
    } catch (SQLException e) {
      LOG.warn("the end of a check was not written down: sqlstate {}", e.getSQLState());
    }
  }

  /// One check, which says every few seconds how far it is; for one thread.
  private final class Running {
    private final UUID id;
    private final Instant begun;
    private final long start = System.nanoTime();
    private Duration told = Duration.ZERO;

    Running(UUID id, Instant begun) {
      this.id = id;
      this.begun = begun;
    }

    private Duration past() {
      return Duration.ofNanos(System.nanoTime() - start);
    }

    void at(Connection writes, long rows, long total) {
      var past = past();
      if (past.minus(told).compareTo(TOLD_EVERY) >= 0) {
        told = past;
        note(writes, step(Stand.BEZIG, rows, total));
      }
    }

    Step step(Stand stand, long rows, long total) {
      return new Step(id, begun.plus(past()), stand, rows, total);
    }

    Step answer(LogbookReport report) {
      var first = report.first();
      return new Step(
          id,
          begun.plus(past()),
          report.intact() ? Stand.HEEL : Stand.NIET_HEEL,
          report.rows(),
          report.rows(),
          report.checkpoints(),
          report.findings().size(),
          first.isPresent() ? OptionalLong.of(first.get().row()) : OptionalLong.empty());
    }
  }
}
