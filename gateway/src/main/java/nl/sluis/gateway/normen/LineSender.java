package nl.sluis.gateway.normen;

import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.BrokenRow;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.sequencer.Duty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the lines of the logbook to a collector, in the order of the rows.
///
/// The logbook itself is the list of what is still to be sent, so nothing is lost and no exchange
/// waits for a collector. The place moves only when the collector kept everything: a page may be
/// sent twice, with the same numbers, never skipped. One thread at a time.
public final class LineSender implements Duty {
  private static final Logger LOG = LoggerFactory.getLogger(LineSender.class);
  private static final int PAGE = 250;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final DataSource database;
  private final RowScan rows;
  private final Lines lines;
  private final Reader reader;
  private final Collector collector;
  private final Progress progress;
  private final Resource resource;

  /// @param rows the logbook
  /// @param lines in which words
  /// @param numbers how people are named to the collector
  /// @param region the logbook
  /// @param origin its name for others
  public LineSender(
      DataSource database,
      RowScan rows,
      Lines lines,
      Pseudonyms numbers,
      Collector collector,
      String region,
      String origin) {
    this.database = database;
    this.rows = rows;
    this.lines = lines;
    this.reader = new Reader(Optional.empty(), numbers);
    this.collector = collector;
    this.progress = new Progress(region, "regels");
    this.resource = Resource.builder().put(Ldv.SERVICE, Ldv.SLUIS).put(Ldv.LOGBOOK, origin).build();
  }

  /// @return how many rows the collector has now that it had not before
  @Override
  public int run(Instant now) throws SQLException {
    var until = System.nanoTime() + LONGEST.toNanos();
    int sent = 0;
    int step;
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        do {
          step = step(connection);
          sent += step;
        } while (step == PAGE && System.nanoTime() < until);
      } catch (BrokenRow row) {
        LOG.error(
            "row {} is not what was written: no line goes out before that is looked into",
            row.index());
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    return sent;
  }

  private int step(Connection tx) throws SQLException {
    var next = progress.take(tx);
    if (next.isEmpty()) {
      return 0;
    }
    var watch = new LagEvent();
    watch.begin();
    var page = rows.page(tx, next.getAsLong(), PAGE);
    if (page.isEmpty()) {
      return 0;
    }
    watch.kept = send(page);
    if (watch.kept) {
      progress.move(tx, page.getLast().index() + 1);
      tx.commit();
      watch.rows = page.size();
    }
    watch.waiting = progress.size(tx) - next.getAsLong() - watch.rows;
    watch.commit();
    if (!watch.kept) {
      LOG.warn("the collector keeps no lines: {} rows wait", watch.waiting);
    }
    return watch.rows;
  }

  private boolean send(List<RowScan.Read> page) {
    var spans = new ArrayList<SpanData>();
    var records = new ArrayList<LogRecordData>();
    for (var read : page) {
      var row = Row.of(read);
      row.flatMap(one -> lines.ldv().line(one, reader))
          .ifPresent(line -> spans.add(new LineSpan(line, resource)));
      row.ifPresent(
          one ->
              lines
                  .adl()
                  .write(one, reader)
                  .ifPresent(record -> records.add(new DecisionRecord(one, record, resource))));
    }
    return collector.keeps(spans, records);
  }
}
