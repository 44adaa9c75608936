package nl.sluis.dev.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.rig.Load;

/// The same row as [GroupWriter] writes, with a commit of its own each.
final class RawInserts {
  private static final String INSERT = "insert into bench_row (leaf, detail) values (?, ?)";

  private RawInserts() {}

  /// Writes so many rows with so many connections.
  static Load.Result run(DevDatabase database, int clients, int count) {
    var detail = new byte[1_200];
    var leaf = GroupWriter.sha256(detail);
    var share = count / clients;
    try (var threads = Executors.newFixedThreadPool(clients)) {
      var connections = new Connections(database);
      var result =
          Load.run(
              share * clients,
              clients,
              _ ->
                  CompletableFuture.supplyAsync(
                      () -> connections.insert(INSERT, leaf, detail), threads));
      connections.close();
      return result;
    }
  }

  /// As many connections as there are threads.
  private static final class Connections {
    private final Queue<Connection> free = new ConcurrentLinkedQueue<>();
    private final DevDatabase database;

    Connections(DevDatabase database) {
      this.database = database;
    }

    int insert(String sql, byte[] leaf, byte[] detail) {
      try {
        var known = free.poll();
        var connection =
            known == null ? DriverManager.getConnection(database.url(), "postgres", "") : known;
        try (var insert = connection.prepareStatement(sql)) {
          insert.setBytes(1, leaf);
          insert.setBytes(2, detail);
          insert.executeUpdate();
        }
        free.add(connection);
        return 200;
      } catch (SQLException _) {
        return 500;
      }
    }

    void close() {
      for (var connection : free) {
        try {
          connection.close();
        } catch (SQLException e) {
          throw new IllegalStateException("a connection does not close", e);
        }
      }
    }
  }
}
