package nl.sluis.gateway.normen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.BrokenRow;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.sequencer.Duty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the rows of a trace stand: made from the logbook, a minute behind it at most, so that no
/// exchange waits for an index.
///
/// May be shared between threads; one gateway at a time fills it.
public final class TraceIndex implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(TraceIndex.class);
  private static final int PAGE = 500;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final String ADD =
      """
      insert into spoor_rij (region, sleutel, idx)
      values (?, ?, ?)
      on conflict do nothing
      """;
  private static final String FIND =
      """
      select idx
      from spoor_rij
      where region = ? and sleutel = ?
      order by idx desc
      limit ?
      """;

  private final DataSource database;
  private final RowScan rows;
  private final Pseudonyms numbers;
  private final String region;
  private final Progress progress;

  /// @param rows the logbook
  /// @param numbers holds the key of the index
  public TraceIndex(DataSource database, RowScan rows, Pseudonyms numbers, String region) {
    this.database = database;
    this.rows = rows;
    this.numbers = numbers;
    this.region = region;
    this.progress = new Progress(region, "spoor");
  }

  /// @return how many rows it read
  @Override
  public int run(Instant now) throws SQLException {
    var until = System.nanoTime() + LONGEST.toNanos();
    int read = 0;
    int step;
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        do {
          step = step(connection);
          read += step;
        } while (step == PAGE && System.nanoTime() < until);
      } catch (BrokenRow row) {
        LOG.error("row {} is not what was written: it cannot be found by its trace", row.index());
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    return read;
  }

  private int step(Connection tx) throws SQLException {
    var next = progress.take(tx);
    if (next.isEmpty()) {
      return 0;
    }
    var page = rows.page(tx, next.getAsLong(), PAGE);
    if (page.isEmpty()) {
      return 0;
    }
    try (var statement = tx.prepareStatement(ADD)) {
      for (var read : page) {
        var row = Row.of(read);
        if (row.isPresent()) {
          statement.setString(1, region);
          statement.setBytes(2, numbers.indexOf(row.get().trace()));
          statement.setLong(3, read.index());
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
    progress.move(tx, page.getLast().index() + 1);
    tx.commit();
    return page.size();
  }

  /// The rows of a trace, newest first, at most so many, as far as it was filled.
  List<Long> find(Connection connection, String trace, int limit) throws SQLException {
    var found = new ArrayList<Long>();
    try (var statement = connection.prepareStatement(FIND)) {
      statement.setString(1, region);
      statement.setBytes(2, numbers.indexOf(trace));
      statement.setInt(3, limit);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          found.add(row.getLong(1));
        }
      }
    }
    return found;
  }

  /// How many rows the logbook has.
  long size(Connection connection) throws SQLException {
    return progress.size(connection);
  }

  /// The first row that it does not know yet.
  long end(Connection connection) throws SQLException {
    return progress.next(connection);
  }
}
