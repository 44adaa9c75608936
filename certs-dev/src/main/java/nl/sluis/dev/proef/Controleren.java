package nl.sluis.dev.proef;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.dev.partner.DevPostgres.DevDatabase;
import nl.sluis.dev.partner.DevSettings;
import nl.sluis.dev.rig.CpuTimes;
import nl.sluis.dev.rig.Rig;
import nl.sluis.gateway.boot.Schema;
import nl.sluis.gateway.keys.CryptoProvider;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.ExportCheck;
import nl.sluis.gateway.logbook.LogExport;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.LogbookReport;
import nl.sluis.gateway.logbook.LogbookVerifier;
import nl.sluis.gateway.logbook.PublishedTiles;
import nl.sluis.gateway.logbook.Span;
import nl.sluis.gateway.logbook.StoredTiles;
import nl.sluis.gateway.logbook.TilesCheck;
import org.postgresql.ds.PGSimpleDataSource;

/// How many rows a second the check of the logbook reads, from each of its sources.
///
/// Rows are written by the logbook itself, in batches of 5,000; a gateway under little load makes
/// smaller ones, with a signature each, so what a signature costs is measured apart.
final class Controleren {
  private static final int BATCH = 5_000;
  private static final int CHILDREN = 10_000;
  private static final int TURNS = 3;
  private static final double REQUIRED = 200_000;

  private final Rig rig;
  private final int rows;
  private final PrintStream out;
  private final KeyVault keys;

  /// Reads a logbook once.
  private interface Check {
    LogbookReport run() throws IOException, SQLException;
  }

  /// What one reading cost, in seconds: on the clock, and of processors (PostgreSQL included).
  private record Turn(double wall, double cpu) {}

  private Controleren(Rig rig, int rows, PrintStream out) {
    this.rig = rig;
    this.rows = rows;
    this.out = out;
    this.keys = rig.site().keys();
  }

  static int run(int rows, PrintStream out) {
    CryptoProvider.install();
    try (var rig = Rig.temporary()) {
      return new Controleren(rig, rows, out).run();
    } catch (SQLException e) {
      throw new IllegalStateException("the logbook cannot be written or read", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run() throws SQLException, IOException {
    var database = rig.postgres().database();
    database.migrate(Schema.FILES);
    try (var owner = database.owner()) {
      var logbook = write(database, owner);
      var file = rig.folder().resolve("uitvoer");
      export(logbook, owner, file);
      var tiles = tiles(owner, rig.folder().resolve("tegels"));
      var key = logbook.key();
      var middle = new Span(rows / 2, rows / 2 + 1_000);
      out.printf(
          Locale.ROOT,
          "%-28s %12s %14s %18s%n",
          "bron",
          "seconden",
          "rijen/s",
          "rijen/processor-s");
      var without = LogbookVerifier.withoutKeys(Rig.REGION, key);
      var held =
          Stream.of(
                  tell(
                      "database zonder sleutels",
                      rows,
                      () -> without.verify(owner, Controleren::still)),
                  tell(
                      "uitvoer (bestand)",
                      rows,
                      () -> {
                        try (var in =
                            new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                          return new ExportCheck(key, List.of()).check(in, Controleren::still);
                        }
                      }),
                  tell(
                      "tegels (map)",
                      rows,
                      () ->
                          new TilesCheck(PublishedTiles.in(tiles), key, List.of())
                              .check(Span.ALL, Controleren::still)))
              .allMatch(rate -> rate >= REQUIRED);
      tell(
          "database met sleutels",
          rows,
          () -> LogbookVerifier.withKeys(Rig.REGION, key, keys).verify(owner, Controleren::still));
      tell(
          "1.000 rijen uit het midden",
          1_000,
          () -> without.verify(owner, middle, List.of(), Controleren::still));
      out.println(
          held
              ? "Elke bron zonder sleutels haalt 200.000 rijen per processor-seconde."
              : "FOUT: een bron haalt geen 200.000 rijen per processor-seconde.");
      return held ? 0 : 1;
    }
  }

  private static void still(long done, long total) {}

  private Logbook write(DevDatabase database, Connection owner) throws SQLException {
    var source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser("postgres");
    var logbook = Logbook.open(Rig.REGION, DevSettings.ORIGIN, source, keys, new SecureRandom());
    var children = Stream.generate(UUID::randomUUID).limit(Math.min(CHILDREN, rows)).toList();
    keys.subjectKeys(Set.copyOf(children));
    var now = InstantSource.system().instant();
    var begin = System.nanoTime();
    owner.setAutoCommit(false);
    for (var done = 0; done < rows; done += BATCH) {
      var batch = logbook.append(owner, entries(children, done, Math.min(BATCH, rows - done)), now);
      owner.commit();
      logbook.publish(batch);
    }
    owner.setAutoCommit(true);
    try (var statement = owner.createStatement()) {
      statement.execute("vacuum analyze");
    }
    out.printf(
        Locale.ROOT,
        "%,d rijen over %,d kinderen, geschreven in %.0f s%n",
        rows,
        children.size(),
        (System.nanoTime() - begin) / 1e9);
    return logbook;
  }

  private static List<Entry> entries(List<UUID> children, int first, int count) {
    var entries = new ArrayList<Entry>(count);
    for (var at = first; at < first + count; at++) {
      var detail =
          JsonNodeFactory.instance
              .objectNode()
              .put(Entry.TRANSACTION, "proef-" + at)
              .put("regel", "signaleren-school-cjg")
              .put("afzender", "00000099000000101000")
              .put("ontvanger", "00000099000000102000");
      detail.putArray("vrijgegeven").add("K01").add("K03").add("K09");
      entries.add(
          new Entry(EntryKind.ACCEPTED, Optional.of(children.get(at % children.size())), detail));
    }
    return entries;
  }

  private static void export(Logbook logbook, Connection owner, Path file)
      throws SQLException, IOException {
    try (var to = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      new LogExport(Rig.REGION, logbook.key()).write(owner, Span.ALL, to, Controleren::still);
    }
  }

  private Path tiles(Connection owner, Path folder) throws IOException {
    var source = new StoredTiles(owner, Rig.REGION);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("checkpoint"), source.checkpoint().orElseThrow());
    var size = (long) rows;
    for (var level = 0; size > 0; level++, size /= PublishedTiles.WIDTH) {
      for (var n = 0L; n * PublishedTiles.WIDTH < size; n++) {
        var width = (int) Math.min(PublishedTiles.WIDTH, size - n * PublishedTiles.WIDTH);
        var file = folder.resolve(PublishedTiles.path(level, n, width));
        Files.createDirectories(file.getParent());
        Files.write(file, source.tile(level, n, width).orElseThrow());
      }
    }
    return folder;
  }

  /// @return rows per second of processor time
  private double tell(String what, long count, Check check) throws IOException, SQLException {
    var turns = new ArrayList<Turn>();
    for (var turn = 0; turn < TURNS; turn++) {
      turns.add(measure(check));
    }
    // The middle one, so that neither what warms up nor what else the machine does decides.
    var middle =
        turns.stream().sorted(Comparator.comparingDouble(Turn::wall)).toList().get(TURNS / 2);
    var rate = count / Math.max(middle.cpu(), 0.001);
    out.printf(
        Locale.ROOT,
        "%-28s %12.2f %,14.0f %,18.0f%n",
        what,
        middle.wall(),
        count / middle.wall(),
        rate);
    return rate;
  }

  private Turn measure(Check check) throws IOException, SQLException {
    var processes = rig.postgres().processes();
    var before = CpuTimes.now(ProcessHandle.current(), processes);
    var begin = System.nanoTime();
    var report = check.run();
    var wall = (System.nanoTime() - begin) / 1e9;
    var used = CpuTimes.now(ProcessHandle.current(), processes).since(before);
    if (!report.intact()) {
      throw new IllegalStateException(report.text());
    }
    return new Turn(wall, used.client() + used.postgres());
  }
}
