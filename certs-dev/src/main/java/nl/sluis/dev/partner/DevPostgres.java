package nl.sluis.dev.partner;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL beside this process, with durable settings; development only.
///
/// May be shared between threads.
public final class DevPostgres implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final EmbeddedPostgres postgres;

  private DevPostgres(EmbeddedPostgres postgres) {
    this.postgres = postgres;
  }

  /// In a folder that disappears when it is closed.
  public static DevPostgres temporary() {
    return start(durable());
  }

  /// In a folder that is kept, so that the next start finds what this one left.
  ///
  /// @throws IllegalStateException when another process still runs on that folder
  public static DevPostgres kept(Path folder) {
    var lock = folder.resolve("postmaster.pid");
    if (Files.exists(lock) && isAlive(lock)) {
      throw new IllegalStateException(
          "op `" + folder + "` draait al een PostgreSQL; stop die eerst met ./sluis stop");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IllegalStateException("the folder `" + folder + "` cannot be made", e);
    }
    return start(durable().setDataDirectory(folder).setCleanDataDirectory(false));
  }

  private static boolean isAlive(Path lock) {
    try {
      var pid = Files.readAllLines(lock).getFirst().strip();
      return pid.matches("[0-9]+")
          && ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    } catch (IOException e) {
      return false;
    }
  }

  // The embedded server starts without durability unless told; everything Sluis claims rests on it.
  private static EmbeddedPostgres.Builder durable() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "200")
        .setPGStartupWait(Duration.ofSeconds(60));
  }

  private static DevPostgres start(EmbeddedPostgres.Builder builder) {
    try {
      return new DevPostgres(builder.start());
    } catch (IOException e) {
      throw new IllegalStateException("embedded PostgreSQL did not start", e);
    }
  }

  /// A database that did not exist before.
  public DevDatabase fresh() {
    return anew("voorbeeld" + COUNT.incrementAndGet());
  }

  /// The database with this name, without anything that it held.
  public DevDatabase anew(String name) {
    try (var owner = connect("postgres");
        var drop = owner.createStatement()) {
      drop.execute("drop database if exists \"" + name + "\" with (force)");
    } catch (SQLException e) {
      throw new IllegalStateException("database `" + name + "` could not be dropped", e);
    }
    return database(name);
  }

  /// The database with this name, made when it does not exist.
  public DevDatabase database(String name) {
    try (var owner = connect("postgres");
        var exists = owner.prepareStatement("select 1 from pg_database where datname = ?");
        var create = owner.createStatement()) {
      exists.setString(1, name);
      try (var row = exists.executeQuery()) {
        if (!row.next()) {
          create.execute("create database \"" + name + "\"");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("database `" + name + "` could not be made", e);
    }
    var database = new DevDatabase(postgres.getPort(), name);
    // Whoever broke off a story may have left it away.
    database.isBack();
    return database;
  }

  private Connection connect(String name) throws SQLException {
    return new DevDatabase(postgres.getPort(), name).owner();
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }

  /// One database of a development server. Immutable; may be shared between threads.
  ///
  /// @param port the port of the server
  /// @param name the name of the database
  public record DevDatabase(int port, String name) {
    /// The JDBC address; users are `postgres` (owner), `sluis_gateway` and `sluis_wisser`.
    public String url() {
      return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    /// PostgreSQL lets nobody in any more, and breaks every connection there is.
    public void goesAway() {
      command(
          "alter database \"" + name + "\" allow_connections false",
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    /// PostgreSQL lets everybody in again.
    public void isBack() {
      command("alter database \"" + name + "\" allow_connections true");
    }

    private void command(String... commands) {
      try (var server = new DevDatabase(port, "postgres").owner();
          var statement = server.createStatement()) {
        for (var command : commands) {
          statement.execute(command);
        }
      } catch (SQLException e) {
        throw new IllegalStateException("database `" + name + "` could not be changed", e);
      }
    }

    /// A connection with every right.
    public Connection owner() throws SQLException {
      return DriverManager.getConnection(url(), "postgres", "");
    }
  }
}
