package nl.sluis.gateway.logbook;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.NoSuchElementException;

/// Writes leaves and checkpoints of a logbook to one file, so that it can be checked elsewhere and
/// later; the form is in `docs/logboek-formaat.md`.
///
/// What is written says nothing about a person. Of a part come the hashes that complete the tree
/// with it. For one thread.
public final class LogExport {
  static final String FORM = "sluis-logboek-uitvoer 1";
  static final char LEAF = 'B';
  static final char SUBTREE = 'D';
  static final char NOTE = 'C';
  static final char END = 'E';
  private static final String ROWS =
      """
      select idx, leaf from logbook_row
      where region = ? and idx >= ? and idx < ?
      order by idx
      """;
  private static final String NOTES =
      """
      select size, note from checkpoint
      where region = ? and size > ? and size <= ?
      order by size
      """;

  private final String region;
  private final LogKey key;

  /// @param region the logbook to write out
  public LogExport(String region, LogKey key) {
    this.region = region;
    this.key = key;
  }

  /// Writes up to the newest checkpoint, from one snapshot.
  ///
  /// @param connection may read the tables of the logbook; comes back in auto-commit mode
  /// @return how many rows were written
  /// @throws NoSuchElementException when nothing in this part is signed yet
  public long write(
      Connection connection, Span span, OutputStream out, LogbookVerifier.Progress progress)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      var to = new DataOutputStream(out);
      var rows = write(connection, span, to, progress);
      to.flush();
      return rows;
    } catch (MissingTile e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private long write(
      Connection connection, Span span, DataOutputStream out, LogbookVerifier.Progress progress)
      throws SQLException, IOException, MissingTile {
    var source = new StoredTiles(connection, region);
    var note =
        source
            .checkpoint()
            .orElseThrow(() -> new NoSuchElementException("er is nog niets getekend"));
    var size =
        OpenedCheckpoint.open(note, key)
            .orElseThrow(
                () ->
                    new NoSuchElementException("het laatste checkpoint is van een andere sleutel"))
            .size();
    if (span.from() >= size) {
      throw new NoSuchElementException("er is getekend tot rij " + size);
    }
    var part = span.within(size);
    var header = "%s\n%s\n%d %d\n\n".formatted(FORM, key.origin(), part.from(), part.to());
    out.write(header.getBytes(StandardCharsets.UTF_8));
    var tree = new TileTree(source, size);
    subtrees(tree, 0, part.from(), out);
    rows(connection, part, out, progress);
    subtrees(tree, part.to(), size, out);
    if (part.to() < size) {
      record(out, NOTE, note.getBytes(StandardCharsets.UTF_8));
    }
    record(out, END, new byte[0]);
    return part.to() - part.from();
  }

  private static void subtrees(TileTree tree, long from, long to, DataOutputStream out)
      throws IOException, MissingTile {
    for (var at = from; at < to; ) {
      var height = TileTree.height(at, to);
      out.writeByte(SUBTREE);
      out.writeShort(1 + TreeHash.LENGTH);
      out.writeByte(height);
      out.write(tree.node(height, at >> height));
      at += 1L << height;
    }
  }

  /// Each checkpoint follows the rows that it signs, so that who reads needs no memory.
  private void rows(
      Connection connection, Span part, DataOutputStream out, LogbookVerifier.Progress progress)
      throws SQLException, IOException {
    try (var rows = select(connection, ROWS, part.from(), part.to());
        var notes = select(connection, NOTES, part.from(), part.to());
        var row = rows.executeQuery();
        var note = notes.executeQuery()) {
      var more = note.next();
      var next = part.from();
      for (; row.next() && row.getLong(1) == next; next++) {
        record(out, LEAF, row.getBytes(2));
        while (more && note.getLong(1) <= next + 1) {
          record(out, NOTE, note.getString(2).getBytes(StandardCharsets.UTF_8));
          more = note.next();
        }
        progress.at(next + 1 - part.from(), part.to() - part.from());
      }
      if (next < part.to()) {
        throw new LogbookRefused("rij " + next + " van het logboek ontbreekt");
      }
    }
  }

  private PreparedStatement select(Connection connection, String sql, long from, long to)
      throws SQLException {
    var statement = LogbookVerifier.stream(connection, sql);
    statement.setString(1, region);
    statement.setLong(2, from);
    statement.setLong(3, to);
    return statement;
  }

  private static void record(DataOutputStream out, char kind, byte[] bytes) throws IOException {
    out.writeByte(kind);
    out.writeShort(bytes.length);
    out.write(bytes);
  }
}
