package nl.sluis.dev.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/// Writes rows of the size of a logbook row, one commit for whatever waited.
///
/// Any thread may ask it.
final class GroupWriter {
  /// The row that is written, also by [RawInserts].
  static final String TABLE =
      """
      create table if not exists bench_row (
        idx bigint generated always as identity primary key,
        leaf bytea not null,
        detail bytea not null)
      """;

  private static final int MOST = 256;
  private static final String INSERT =
      """
      insert into bench_row (leaf, detail)
      select leaf, detail from unnest(?::bytea[], ?::bytea[]) as r(leaf, detail)
      """;

  private final BlockingQueue<Row> queue = new ArrayBlockingQueue<>(2_000);
  private final Connection connection;

  @SuppressWarnings("ArrayRecordComponent") // written and thrown away, compared by nobody
  private record Row(byte[] leaf, byte[] detail, CompletableFuture<Boolean> written) {}

  private GroupWriter(Connection connection) {
    this.connection = connection;
  }

  static GroupWriter start(String url) throws SQLException {
    var connection = DriverManager.getConnection(url, "postgres", "");
    try (var statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    connection.setAutoCommit(false);
    var writer = new GroupWriter(connection);
    Thread.ofPlatform().daemon().name("writer").start(writer::run);
    return writer;
  }

  CompletableFuture<Boolean> write(byte[] detail) {
    var row = new Row(sha256(detail), detail, new CompletableFuture<>());
    if (!queue.offer(row)) {
      row.written().complete(false);
    }
    return row.written();
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private void run() {
    var rows = new ArrayList<Row>();
    while (true) {
      try {
        rows.add(queue.take());
        queue.drainTo(rows, MOST - 1);
        insert(rows);
        rows.forEach(row -> row.written().complete(true));
      } catch (SQLException e) {
        rows.forEach(row -> row.written().complete(false));
      } catch (InterruptedException _) {
        return;
      }
      rows.clear();
    }
  }

  private void insert(List<Row> rows) throws SQLException {
    try (var insert = connection.prepareStatement(INSERT)) {
      insert.setArray(
          1,
          connection.createArrayOf("bytea", rows.stream().map(Row::leaf).toArray(byte[][]::new)));
      insert.setArray(
          2,
          connection.createArrayOf("bytea", rows.stream().map(Row::detail).toArray(byte[][]::new)));
      insert.executeUpdate();
    }
    connection.commit();
  }
}
