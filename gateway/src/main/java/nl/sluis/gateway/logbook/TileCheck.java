package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Compares the stored tiles with those that the verifier makes itself from the rows.
///
/// For one thread.
final class TileCheck implements AutoCloseable {
  private static final int WIDTH = 256;
  private static final int LEVELS = 7;
  private static final String ONE =
      "select hashes from logbook_tile where region = ? and level = ? and n = ?";

  /// A level beyond the last holds no full tile, nor does a place behind the last full one.
  private static final String TOO_MANY =
      """
      select level, n from logbook_tile
      where region = ?
        and (level < 0 or level > ? or n < 0
          or n >= div(?::numeric, power(256::numeric, least(greatest(level, 0), 7) + 1)))
      order by level, n
      limit 1
      """;

  private final String region;
  private final PreparedStatement one;
  private final Findings findings;
  private final TreeHash hash = new TreeHash();
  private final List<List<byte[]>> open = new ArrayList<>();
  private final long[] done = new long[LEVELS + 1];
  private final List<Doubt> doubts = new ArrayList<>();
  private long compared;

  private record Doubt(long row, String tile) {}

  TileCheck(Connection connection, String region, Findings findings) throws SQLException {
    this.region = region;
    this.one = connection.prepareStatement(ONE);
    this.findings = findings;
    for (var level = 0; level <= LEVELS; level++) {
      open.add(new ArrayList<>(WIDTH));
    }
  }

  void add(byte[] leafHash) throws SQLException {
    var carried = leafHash;
    for (var level = 0; ; level++) {
      var tile = open.get(level);
      tile.add(carried);
      if (tile.size() < WIDTH) {
        return;
      }
      compare(level, done[level]++, tile);
      carried = root(tile);
      tile.clear();
    }
  }

  /// Where row and tile disagree, a signed checkpoint says which of them was changed.
  void settle(boolean rowsAreRight) {
    for (var doubt : doubts) {
      if (rowsAreRight) {
        findings.from(doubt.row(), "Tegel " + doubt.tile() + " is niet die van de rijen.");
      } else {
        findings.row(doubt.row(), "het blad is veranderd; tegel " + doubt.tile() + " bewijst dat.");
      }
    }
    doubts.clear();
  }

  long compared() {
    return compared;
  }

  void finish(Connection connection, long size) throws SQLException {
    settle(true);
    try (var statement = connection.prepareStatement(TOO_MANY)) {
      statement.setString(1, region);
      statement.setInt(2, LEVELS);
      statement.setLong(3, size);
      try (var row = statement.executeQuery()) {
        if (row.next()) {
          var name = row.getInt(1) + "/" + row.getLong(2);
          findings.from(size, "Tegel " + name + " hoort er niet: zoveel rijen zijn er niet.");
        }
      }
    }
  }

  private void compare(int level, long n, List<byte[]> mine) throws SQLException {
    var width = 1L << (Byte.SIZE * level);
    var first = n * WIDTH * width;
    var name = level + "/" + n;
    one.setString(1, region);
    one.setInt(2, level);
    one.setLong(3, n);
    try (var row = one.executeQuery()) {
      if (!row.next()) {
        findings.from(first, "Tegel " + name + " ontbreekt.");
        return;
      }
      compared++;
      var stored = row.getBytes(1);
      for (var at = 0; at < WIDTH; at++) {
        var from = at * TreeHash.LENGTH;
        if (stored.length != WIDTH * TreeHash.LENGTH
            || !Arrays.equals(
                stored, from, from + TreeHash.LENGTH, mine.get(at), 0, TreeHash.LENGTH)) {
          disagree(level, first + at * width, name);
          return;
        }
      }
    }
  }

  private void disagree(int level, long row, String name) {
    if (level == 0) {
      doubts.add(new Doubt(row, name));
    } else {
      findings.from(row, "Tegel " + name + " is niet die van de rijen.");
    }
  }

  private byte[] root(List<byte[]> hashes) {
    var layer = hashes;
    while (layer.size() > 1) {
      var above = new ArrayList<byte[]>(layer.size() / 2);
      for (var at = 0; at < layer.size(); at += 2) {
        above.add(hash.node(layer.get(at), layer.get(at + 1)));
      }
      layer = above;
    }
    return layer.getFirst();
  }

  @Override
  public void close() throws SQLException {
    one.close();
  }
}
