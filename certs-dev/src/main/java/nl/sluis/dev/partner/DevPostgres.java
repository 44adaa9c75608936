package nl.sluis.dev.partner;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nl.sluis.consent.Migrations;
import nl.sluis.gateway.boot.Schema;

/// A real PostgreSQL beside this process, with durable settings; development only.
///
/// May be shared between threads.
public final class DevPostgres implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String TEMPLATE = "sjabloon";

  /// Set for tests that cut no power: what is confirmed is written, and the disk is not waited for.
  private static final String NO_WAITING = "sluis.postgres.zonder-fsync";

  private final EmbeddedPostgres postgres;
  private final Optional<Part> part;

  /// What one user of the shared server calls its own.
  ///
  /// @param tag ends the name of each of its databases
  /// @param databases what it made
  private record Part(String tag, Set<String> databases) {}

  /// The server of this process, and in it a database with the schema of this release, of which
  /// others are copies. It ends with the process.
  private static final class Shared {
    static final EmbeddedPostgres SERVER = begin(durable());

    static {
      var own = new DevPostgres(SERVER, Optional.empty());
      try {
        own.database(TEMPLATE).migrate(Schema.FILES);
      } catch (SQLException e) {
        throw new IllegalStateException("the schema could not be made", e);
      }
    }
  }

  private DevPostgres(EmbeddedPostgres postgres, Optional<Part> part) {
    this.postgres = postgres;
    this.part = part;
  }

  /// A part of the one server that this process starts for all who share it: databases that nobody
  /// else sees, with the schema of this release in them. Who looks at the server itself, such as at
  /// its files or its roles, takes one of its own.
  public static DevPostgres shared() {
    var tag = "_" + COUNT.incrementAndGet();
    return new DevPostgres(
        Shared.SERVER, Optional.of(new Part(tag, ConcurrentHashMap.newKeySet())));
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
        .setServerConfig("fsync", Boolean.getBoolean(NO_WAITING) ? "off" : "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "200")
        .setPGStartupWait(Duration.ofSeconds(60));
  }

  private static DevPostgres start(EmbeddedPostgres.Builder builder) {
    return new DevPostgres(begin(builder), Optional.empty());
  }

  private static EmbeddedPostgres begin(EmbeddedPostgres.Builder builder) {
    try {
      return builder.start();
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
    drop(full(name));
    return database(name);
  }

  private String full(String name) {
    return name + part.map(Part::tag).orElse("");
  }

  private void drop(String full) {
    try (var owner = connect("postgres");
        var drop = owner.createStatement()) {
      drop.execute("drop database if exists \"" + full + "\" with (force)");
    } catch (SQLException e) {
      throw new IllegalStateException("database `" + full + "` could not be dropped", e);
    }
  }

  /// The database with this name, made when it does not exist.
  public DevDatabase database(String name) {
    var full = full(name);
    try (var owner = connect("postgres");
        var exists = owner.prepareStatement("select 1 from pg_database where datname = ?")) {
      exists.setString(1, full);
      try (var row = exists.executeQuery()) {
        if (!row.next()) {
          var made = new DevDatabase(postgres.getPort(), full);
          part.ifPresentOrElse(_ -> made.copy(TEMPLATE), made::create);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("database `" + full + "` could not be made", e);
    }
    part.ifPresent(own -> own.databases().add(full));
    var database = new DevDatabase(postgres.getPort(), full);
    // Whoever broke off a story may have left it away.
    database.isBack();
    return database;
  }

  private Connection connect(String name) throws SQLException {
    return new DevDatabase(postgres.getPort(), name).owner();
  }

  /// Ends the server; of a shared one, only what this user made in it.
  @Override
  public void close() throws IOException {
    if (part.isEmpty()) {
      postgres.close();
    } else {
      part.get().databases().forEach(this::drop);
    }
  }

  /// One database of a development server. Immutable; may be shared between threads.
  ///
  /// @param port the port of the server
  /// @param name the name of the database
  public record DevDatabase(int port, String name) {
    /// Who owns the schema: somebody without any right outside of it.
    public static final String OWNER = "sluis_eigenaar";

    /// As the manual for operations lets it be done once on each server, «De database» in
    /// `docs/beheer.md`.
    private static final String ROLES =
        """
        do $$ begin
          create role sluis_eigenaar login;
          create role sluis_gateway login;
          create role sluis_wisser login;
          create role sluis_append;
          create role sluis_werk;
          grant sluis_append, sluis_werk to sluis_eigenaar with admin option;
        exception when duplicate_object or unique_violation then null;
        end $$
        """;

    /// The JDBC address; users are [#OWNER], `sluis_gateway`, `sluis_wisser`, and `postgres`, who
    /// has every right.
    public String url() {
      return "jdbc:postgresql://localhost:" + port + "/" + name;
    }

    /// Makes it, with nothing in it.
    public void create() {
      command(ROLES, "create database \"" + name + "\" owner " + OWNER);
    }

    /// Makes it as a copy of another one on its server, which nobody uses now.
    public void copy(String of) {
      command(
          ROLES, "create database \"" + name + "\" owner " + OWNER + " template \"" + of + "\"");
    }

    /// Makes what these files make, as its owner.
    public void migrate(List<String> files) throws SQLException {
      try (var owner = DriverManager.getConnection(url(), OWNER, "")) {
        Migrations.apply(owner, files);
      }
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

    /// A connection with every right, also those that its owner does not have.
    public Connection owner() throws SQLException {
      return DriverManager.getConnection(url(), "postgres", "");
    }
  }
}
