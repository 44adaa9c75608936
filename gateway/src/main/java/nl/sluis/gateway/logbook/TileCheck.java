package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares the stored tiles with those that the verifier makes itself from the rows.
///
/// For one thread.
final class TileCheck implements AutoCloseable {
  private static final int WIDTH = 256;
  private static final int LEVELS = 7;
  private static final String LOWEST =
      "select n, hashes from logbook_tile where region = ? and level = 0 and n >= 0 order by n";
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
  private final PreparedStatement lowest;
  private final ResultSet tiles;
  private final PreparedStatement one;
  private final Findings findings;
  private final byte[][] mine = new byte[LEVELS + 1][WIDTH * TreeHash.LENGTH];
  private final List<Doubt> doubts = new ArrayList<>();
  private boolean more;
  private long compared;

  private record Doubt(long row, String tile) {}

  TileCheck(Connection connection, String region, Findings findings) throws SQLException {
    this.region = region;
    this.findings = findings;
    this.one = connection.prepareStatement(ONE);
    this.lowest = LogbookVerifier.stream(connection, LOWEST);
    lowest.setString(1, region);
    this.tiles = lowest.executeQuery();
    this.more = tiles.next();
  }

  /// To be called after each row.
  void reached(TreeStack tree) throws SQLException {
    var count = tree.size();
    for (var level = 0; level <= LEVELS; level++) {
      var at = (int) ((count - 1) % WIDTH);
      var from = tree.finished(level);
      System.arraycopy(from, 0, mine[level], at * TreeHash.LENGTH, TreeHash.LENGTH);
      if (count % WIDTH != 0) {
        return;
      }
      count /= WIDTH;
      compare(level, count - 1, mine[level]);
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
          findings.from(
              size,
              "Tegel %d/%d hoort er niet: zoveel rijen zijn er niet."
                  .formatted(row.getInt(1), row.getLong(2)));
        }
      }
    }
  }

  private void compare(int level, long n, byte[] made) throws SQLException {
    var width = 1L << (Byte.SIZE * level);
    var first = n * WIDTH * width;
    var name = level + "/" + n;
    var stored = level == 0 ? lowest(n) : higher(level, n);
    if (stored == null) {
      findings.from(first, "Tegel " + name + " ontbreekt.");
      return;
    }
    compared++;
    var differs = Arrays.mismatch(made, stored);
    if (differs >= 0) {
      var row = first + Math.min(differs, made.length - 1) / TreeHash.LENGTH * width;
      disagree(level, row, name);
    }
  }

  private byte @Nullable [] lowest(long n) throws SQLException {
    while (more && tiles.getLong(1) < n) {
      more = tiles.next();
    }
    return more && tiles.getLong(1) == n ? tiles.getBytes(2) : null;
  }

  private byte @Nullable [] higher(int level, long n) throws SQLException {
    one.setString(1, region);
    one.setInt(2, level);
    one.setLong(3, n);
    try (var row = one.executeQuery()) {
      return row.next() ? row.getBytes(1) : null;
    }
  }

  private void disagree(int level, long row, String name) {
    if (level == 0) {
      doubts.add(new Doubt(row, name));
    } else {
      findings.from(row, "Tegel " + name + " is niet die van de rijen.");
    }
  }

  @Override
  public void close() throws SQLException {
    tiles.close();
    lowest.close();
    one.close();
  }
}
