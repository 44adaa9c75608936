package nl.sluis.dev.rig;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.FreePorts;

/// A durable PostgreSQL whose processes can be killed and started again on the same folder.
///
/// The embedded server makes the folder; after that its binary is run as any operator would run it.
/// Used by one thread.
public final class PostgresProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String DATABASE = "sluis";

  /// No smaller, or PostgreSQL could not write what changes either, and would stop.
  private static final int LARGEST_FILE = 16 * 1024 * 1024;

  private final Path folder;
  private final Path binary;
  private final int port;
  private Process server;

  private PostgresProcess(Path folder, Path binary, int port, Process server) {
    this.folder = folder;
    this.binary = binary;
    this.port = port;
    this.server = server;
  }

  /// Makes a new cluster in this folder and starts it.
  public static PostgresProcess in(Path folder) {
    var port = FreePorts.any();
    var binary = initialise(folder);
    var made = new PostgresProcess(folder, binary, port, spawn(folder, binary, port));
    made.awaitReady();
    made.database().create();
    return made;
  }

  private static Path initialise(Path folder) {
    try (var embedded =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setPGStartupWait(PATIENCE)
            .start()) {
      var lines = Files.readAllLines(folder.resolve("postmaster.pid"));
      var pid = Long.parseLong(lines.getFirst().strip());
      var command = ProcessHandle.of(pid).flatMap(handle -> handle.info().command());
      return Path.of(
          command.orElseThrow(
              () -> new IllegalStateException("port " + embedded.getPort() + " has no server")));
    } catch (IOException e) {
      throw new IllegalStateException("embedded PostgreSQL did not start", e);
    }
  }

  private static Process spawn(Path folder, Path binary, int port) {
    var command = new ArrayList<String>();
    // PostgreSQL refuses to run as root; in a user namespace of its own it does not see that.
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(List.of(binary.toString(), "-D", folder.toString(), "-p", "" + port));
    for (var setting :
        List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "listen_addresses=localhost",
            "max_connections=100",
            "shared_buffers=1GB",
            "max_wal_size=8GB")) {
      command.addAll(List.of("-c", setting));
    }
    var log = new File(folder.toString() + ".log");
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
          .start();
    } catch (IOException e) {
      throw new IllegalStateException("PostgreSQL did not start", e);
    }
  }

  private void awaitReady() {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      if (answers()) {
        return;
      }
      if (ended(server, 50)) {
        // What was killed may hold its shared memory a moment longer.
        server = spawn(folder, binary, port);
      }
    }
    throw new IllegalStateException("PostgreSQL did not come up on `" + folder + "`");
  }

  private boolean answers() {
    try (var connection = new DevDatabase(port, "postgres").owner()) {
      return connection.isValid(1);
    } catch (SQLException _) {
      return false;
    }
  }

  static boolean ended(Process process, long millis) {
    try {
      return process.waitFor(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// One more database in it, empty.
  public DevDatabase another(String name) {
    var made = new DevDatabase(port, name);
    made.create();
    return made;
  }

  /// The one database in it.
  public DevDatabase database() {
    return new DevDatabase(port, DATABASE);
  }

  /// Where its files are.
  Path folder() {
    return folder;
  }

  /// Everything it has logged so far.
  public String log() {
    try {
      return Files.readString(Path.of(folder + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All its processes that live now, the first one first.
  public List<ProcessHandle> processes() {
    var all = new ArrayList<ProcessHandle>(List.of(server.toHandle()));
    server.descendants().forEach(all::add);
    return all;
  }

  /// Lets its disk run full, for what is added to this table: the table is made as large as a file
  /// may be from now on. What PostgreSQL has it can read, and its log of what changes goes on.
  ///
  /// The limit is that of the operating system on each process of PostgreSQL (`RLIMIT_FSIZE`), at
  /// the size of a segment of that log; PostgreSQL itself takes it for a disk that is full.
  ///
  /// @param rows a select of so many rows of the table, for `from generate_series(1, n) i`
  public void fillDisk(String table, String rows) {
    try (var owner = database().owner();
        var statement = owner.createStatement()) {
      statement.execute("alter table " + table + " set (autovacuum_enabled = false)");
      // Rows that are rolled back keep their place in the file.
      owner.setAutoCommit(false);
      statement.execute("insert into " + table + " " + rows);
      owner.rollback();
      owner.setAutoCommit(true);
      statement.execute("checkpoint");
    } catch (SQLException e) {
      throw new IllegalStateException("the disk could not be filled", e);
    }
    limitFiles(LARGEST_FILE + ":");
  }

  /// Somebody makes room on the disk.
  public void emptyDisk() {
    limitFiles("unlimited:");
  }

  private void limitFiles(String limit) {
    for (var process : processes()) {
      try {
        var command = List.of("prlimit", "--pid=" + process.pid(), "--fsize=" + limit);
        var set = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (!ended(set, 5_000) || (set.exitValue() != 0 && process.isAlive())) {
          throw new IllegalStateException("`prlimit` could not limit PostgreSQL");
        }
      } catch (IOException e) {
        throw new IllegalStateException("`prlimit` (util-linux) is not on this machine", e);
      }
    }
  }

  /// Ends all of them at once, as the loss of power would: nothing is written any more.
  public void kill() {
    var all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(PostgresProcess::awaitEnd);
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      var _ = process.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("process " + process.pid() + " does not end", e);
    }
  }

  /// Starts it again on the same folder and waits until it answers.
  public void start() {
    server = spawn(folder, binary, port);
    awaitReady();
  }

  @Override
  public void close() {
    server.destroy();
    if (!ended(server, 5_000)) {
      kill();
    }
  }
}
