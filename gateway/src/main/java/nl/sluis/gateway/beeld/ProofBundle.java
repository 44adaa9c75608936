package nl.sluis.gateway.beeld;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.KeyList;
import nl.sluis.gateway.logbook.LogExport;
import nl.sluis.gateway.logbook.Logbook;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.logbook.SignedCheckpoint;
import nl.sluis.gateway.logbook.Span;
import nl.sluis.gateway.tijdstempel.StampTable;

/// Everything with which a supervisor checks the logbook away from Sluis, in one file: the newest
/// checkpoint, what witnesses and a timestamp authority signed, the proofs that these are one and
/// the same logbook, its keys, and how to check with `sh`, `awk` and `openssl`.
///
/// It says nothing about anybody and does not grow with the logbook. May be shared between threads.
final class ProofBundle {
  /// How many of the newest rows can be computed again from the file alone.
  static final int ROWS = 4_096;

  /// How many of the newest timestamps go along.
  static final int STAMPS = 24;

  private static final int BUFFER = 16 * 1024;
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final Logbook logbook;
  private final PublicLog log;
  private final StampTable stamps;
  private final KeyList keys;
  private final DataSource database;
  private final List<String> witnesses;

  /// @param logbook whose key is newest
  /// @param log what anybody may read
  /// @param keys every key there is and was
  /// @param witnesses the keys of those who sign along, as they publish them
  ProofBundle(
      Logbook logbook,
      PublicLog log,
      StampTable stamps,
      KeyList keys,
      DataSource database,
      List<String> witnesses) {
    this.logbook = logbook;
    this.log = log;
    this.stamps = stamps;
    this.keys = keys;
    this.database = database;
    this.witnesses = List.copyOf(witnesses);
  }

  /// Makes the file.
  ///
  /// @return nothing when nothing is signed yet
  /// @param at when it is made
  Pieces make(Instant at) throws SQLException {
    var made = new Pieces();
    var newest = log.newest();
    if (newest.isEmpty()) {
      return made;
    }
    try (var zip = new Zip(made, at)) {
      zip.add("LEESMIJ.txt", resource("leesmij.txt"));
      zip.add("nareken.sh", resource("nareken.sh"));
      zip.add("sleutel", logbook.key() + "\n");
      zip.add("sleutels.json", keys.json().toPrettyString() + "\n");
      zip.add("getuigen", String.join("", witnesses.stream().map(key -> key + "\n").toList()));
      zip.add("checkpoint", newest.get().note());
      for (var stamped : stamped()) {
        add(zip, stamped);
      }
      for (var size : earlier(newest.get())) {
        add(zip, size, newest.get());
      }
      var row = log.proof(newest.get().size() - 1);
      if (row.isPresent()) {
        zip.add("laatste-rij.tlog-proof", row.get());
      }
      export(zip.begin("laatste-rijen.uitvoer"), newest.get());
    } catch (IOException e) {
      throw new UncheckedIOException("the bundle was not made", e);
    }
    return made;
  }

  private List<StampTable.Stamped> stamped() throws SQLException {
    try (var connection = database.getConnection()) {
      return stamps.last(connection, STAMPS);
    }
  }

  private static void add(Zip zip, StampTable.Stamped stamped) throws IOException {
    var name = "tijdstempels/" + stamped.size();
    zip.add(name + ".checkpoint", stamped.checkpoint());
    zip.add(name + ".tsr", stamped.stamp().response());
    zip.add(name + ".keten.pem", stamped.stamp().chain());
    if (!stamped.stamp().lists().isEmpty()) {
      zip.add(name + ".intrekking.pem", stamped.stamp().lists());
    }
  }

  /// The sizes that somebody else signed too: these no gateway can take back.
  private Set<Long> earlier(SignedCheckpoint newest) throws SQLException {
    var sizes = new TreeSet<Long>();
    for (var witness : witnesses) {
      log.lastOf(witness.substring(0, witness.indexOf('+')))
          .ifPresent(signed -> sizes.add(signed.size()));
    }
    for (var stamped : stamped()) {
      sizes.add(stamped.size());
    }
    sizes.removeIf(size -> size >= newest.size());
    return sizes;
  }

  /// The proof has the form in which a witness is asked (C2SP tlog-witness, add-checkpoint), so
  /// that any witness can check it.
  private void add(Zip zip, long size, SignedCheckpoint newest) throws IOException, SQLException {
    var old = log.at(size);
    if (old.isEmpty()) {
      return;
    }
    zip.add("eerder/" + size, old.get().note());
    var proof = new StringBuilder("old ").append(size).append('\n');
    for (var hash : log.consistency(size, newest.size())) {
      proof.append(BASE64.encodeToString(hash)).append('\n');
    }
    zip.add("samenhang/" + size, proof.append('\n').append(newest.note()).toString());
  }

  private void export(OutputStream to, SignedCheckpoint newest) throws IOException, SQLException {
    // Rows are written byte by byte, and the zip packs what it gets at once.
    var out = new BufferedOutputStream(to, BUFFER);
    var from = Math.max(0, newest.size() - ROWS);
    var span = from == 0 ? Span.ALL : new Span(from, Long.MAX_VALUE);
    try (var connection = database.getConnection()) {
      new LogExport(logbook.region(), logbook.key()).write(connection, span, out, (_, _) -> {});
    }
    out.flush();
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = ProofBundle.class.getResourceAsStream("/nakijken/" + name)) {
      if (in == null) {
        throw new IOException("`" + name + "` is not beside the code");
      }
      return in.readAllBytes();
    }
  }

  /// A file of files.
  private static final class Zip implements AutoCloseable {
    private final ZipOutputStream out;
    private final Instant at;

    Zip(OutputStream to, Instant at) {
      this.out = new ZipOutputStream(to, StandardCharsets.UTF_8);
      this.at = at;
    }

    void add(String name, String text) throws IOException {
      add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, byte[] bytes) throws IOException {
      begin(name).write(bytes);
    }

    /// Begins a file, which lasts until the next one.
    OutputStream begin(String name) throws IOException {
      var entry = new ZipEntry(name);
      entry.setTime(at.toEpochMilli());
      out.putNextEntry(entry);
      return out;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
