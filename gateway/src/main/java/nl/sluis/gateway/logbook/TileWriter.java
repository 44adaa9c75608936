package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Stores the tiles that became full: 256 hashes each (C2SP tlog-tiles).
///
/// A full tile never changes, so two gateways that write the same one write the same bytes.
final class TileWriter {
  private static final int WIDTH = 256;
  private static final String NEXT =
      "select coalesce(max(n) + 1, 0) from logbook_tile where region = ? and level = ?";
  private static final String STORE =
      """
      insert into logbook_tile (region, level, n, hashes)
      values (?, ?, ?, ?)
      on conflict do nothing
      """;

  private TileWriter() {}

  /// Stores every full tile of this size that is not there yet, in the caller's transaction.
  static void fill(Connection tx, String region, long size) throws SQLException {
    var full = size / WIDTH;
    for (var level = 0; full > 0; level++) {
      for (var n = next(tx, region, level); n < full; n++) {
        store(tx, region, level, n, hashes(tx, region, level, n));
      }
      full /= WIDTH;
    }
  }

  private static List<byte[]> hashes(Connection tx, String region, int level, long n)
      throws SQLException {
    var tree = new StoredTree(tx, region);
    if (level == 0) {
      var hash = new TreeHash();
      return tree.leaves(n * WIDTH, WIDTH).stream().map(hash::leaf).toList();
    }
    var hashes = new ArrayList<byte[]>(WIDTH);
    for (var below = n * WIDTH; below < (n + 1) * WIDTH; below++) {
      hashes.add(tree.tileRoot(level - 1, below));
    }
    return hashes;
  }

  private static long next(Connection tx, String region, int level) throws SQLException {
    try (var statement = tx.prepareStatement(NEXT)) {
      statement.setString(1, region);
      statement.setInt(2, level);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void store(Connection tx, String region, int level, long n, List<byte[]> hashes)
      throws SQLException {
    var joined = new byte[hashes.size() * TreeHash.LENGTH];
    for (var at = 0; at < hashes.size(); at++) {
      System.arraycopy(hashes.get(at), 0, joined, at * TreeHash.LENGTH, TreeHash.LENGTH);
    }
    try (var statement = tx.prepareStatement(STORE)) {
      statement.setString(1, region);
      statement.setInt(2, level);
      statement.setLong(3, n);
      statement.setBytes(4, joined);
      statement.executeUpdate();
    }
  }
}
