package nl.sluis.gateway.fsc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import nl.sluis.gateway.sequencer.Beside;
import nl.sluis.gateway.trace.Crossing;
import nl.sluis.gateway.trace.TransactionNumber;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// The transaction log of FSC: written in the transaction of the rows it belongs to, so that either
/// both are true or neither, and read by peers (FSC Logging 1.0.0).
///
/// Records stand in the order in which they became true: whoever writes holds a lock of the
/// database until its transaction ends. May be shared between threads.
public final class TransactionLog implements Beside {
  private static final String INSERT =
      """
      with alone as materialized (
        select pg_advisory_xact_lock(hashtextextended('fsc_logregel/' || ?, 0)))
      insert into fsc_logregel (region, id, transactie, richting, peer, bron_voor, bestemming_voor,
        dienst, toekenning, uitwisseling, trace, aanroep, op)
      select ?, r.*
      from alone
      cross join unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::timestamptz[]) as r
      on conflict (region, id) do nothing
      """;

  private final String region;
  private final DataSource database;
  private final Carried carried;
  private final Grants grants;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param database connections that may append
  /// @param grants by which requests cross
  public TransactionLog(
      String region,
      DataSource database,
      Grants grants,
      InstantSource clock,
      RandomGenerator random) {
    this.region = region;
    this.carried = new Carried(region);
    this.database = database;
    this.grants = grants;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void write(Connection tx, List<Made> made, Instant at) throws SQLException {
    var numbers = carried.of(tx, Records.fetched(made));
    insert(tx, records(numbers, at).of(made));
  }

  private Records records(Map<UUID, TransactionNumber> numbers, Instant at) {
    return new Records(
        grants, numbers, () -> TransactionNumber.at(at, random), UUID::randomUUID, at);
  }

  /// Records a request that put nothing in line, before it is answered.
  ///
  /// @throws SQLException when it could not; it must not be answered then
  public void record(Crossing crossing) throws SQLException {
    if (crossing.isRecorded()) {
      return;
    }
    try (var connection = database.getConnection()) {
      insert(connection, List.of(records(Map.of(), clock.instant()).incoming(crossing, List.of())));
    }
    crossing.recorded();
  }

  private void insert(Connection tx, List<LogRecord> records) throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    try (var insert = tx.prepareStatement(INSERT)) {
      insert.setString(1, region);
      insert.setString(2, region);
      int at = 3;
      for (var column : COLUMNS) {
        var values = records.stream().map(column.of()).toArray();
        insert.setArray(at++, tx.createArrayOf(column.type(), values));
      }
      insert.executeUpdate();
    }
  }

  private record Column(String type, Function<LogRecord, @Nullable Object> of) {}

  /// In the order of the statement.
  private static final List<Column> COLUMNS =
      List.of(
          new Column("uuid", LogRecord::id),
          new Column("uuid", record -> record.number().value()),
          new Column("text", record -> record.direction().code()),
          new Column("text", record -> record.peer().value()),
          new Column("text", record -> record.sourceFor().map(Oin::value).orElse(null)),
          new Column("text", record -> record.destinationFor().map(Oin::value).orElse(null)),
          new Column("text", LogRecord::service),
          new Column("text", LogRecord::grant),
          new Column("uuid", record -> record.exchange().orElse(null)),
          new Column("text", record -> record.trace().orElse(null)),
          new Column("text", record -> record.span().orElse(null)),
          new Column("timestamptz", record -> record.at().toString()));
}
