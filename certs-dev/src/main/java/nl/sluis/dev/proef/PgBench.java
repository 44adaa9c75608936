package nl.sluis.dev.proef;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;

/// PostgreSQL's own measure: single durable inserts of a row of the size of ours, by pgbench.
final class PgBench {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final String TABLE =
      "create table if not exists pgbench_row (idx bigserial primary key, leaf bytea, detail"
          + " bytea)";

  private PgBench() {}

  /// Rows in a second with so many clients; empty when pgbench is not on this machine.
  ///
  /// @param bytes of the details of a row
  static Optional<Double> inserts(
      DevDatabase database, Path folder, int clients, int seconds, int bytes) {
    try {
      var tool = find();
      return tool.isEmpty()
          ? Optional.empty()
          : Optional.of(run(tool.get(), database, folder, clients, seconds, bytes));
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("pgbench did not run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static double run(
      Path tool, DevDatabase database, Path folder, int clients, int seconds, int bytes)
      throws IOException, SQLException, InterruptedException {
    try (var owner = database.owner();
        var statement = owner.createStatement()) {
      statement.execute(TABLE);
    }
    var script =
        Files.writeString(
            folder.resolve("pgbench.sql"),
            """
            insert into pgbench_row (leaf, detail)
            values (decode(repeat('ab', 65), 'hex'), decode(repeat('cd', %d), 'hex'));
            """
                .formatted(bytes));
    var command = new ArrayList<String>();
    command.addAll(List.of(tool.toString(), "-n", "-M", "prepared", "-h", "localhost"));
    command.addAll(List.of("-U", "postgres", "-p", "" + database.port(), "-j", "2"));
    command.addAll(List.of("-c", "" + clients, "-T", "" + seconds, "-f", script.toString()));
    command.add(database.name());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var rate = RATE.matcher(said);
    if (process.waitFor() != 0 || !rate.find()) {
      throw new IllegalStateException("pgbench: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }

  private static Optional<Path> find() throws IOException {
    var folders = new ArrayList<Path>();
    var versions = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(versions)) {
      try (var installed = Files.list(versions)) {
        installed.map(version -> version.resolve("bin")).forEach(folders::add);
      }
    }
    for (var folder : System.getenv("PATH").split(":", -1)) {
      folders.add(Path.of(folder));
    }
    return folders.stream()
        .map(folder -> folder.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
