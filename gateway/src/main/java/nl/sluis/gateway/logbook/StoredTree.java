package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The Merkle tree of any size in the past, from the stored tiles and, where no tile is full, the
/// rows.
///
/// Reads what one proof needs and forgets it; an instance is for one thread and one transaction.
final class StoredTree {
  private static final int WIDTH = 256;
  private static final byte[] NONE = {};
  private static final String TILES =
      """
      select n, hashes from logbook_tile
      where region = ? and level = ? and n between ? and ?
      order by n
      """;
  private static final String LEAVES =
      """
      select idx, leaf from logbook_row
      where region = ? and idx between ? and ?
      order by idx
      """;

  private final Connection connection;
  private final String region;
  private final TreeHash hash = new TreeHash();
  private final Map<Place, byte[]> tiles = new HashMap<>();

  private record Place(int level, long n) {}

  StoredTree(Connection connection, String region) {
    this.connection = connection;
    this.region = region;
  }

  byte[] root(long size) throws SQLException {
    return size == 0 ? hash.empty() : range(0, size);
  }

  /// The inclusion proof of RFC 9162, 2.1.3.1.
  List<byte[]> inclusion(long index, long size) throws SQLException {
    var path = new ArrayList<byte[]>();
    var start = 0L;
    var end = size;
    while (end - start > 1) {
      var middle = start + Long.highestOneBit(end - start - 1);
      if (index < middle) {
        path.add(range(middle, end));
        end = middle;
      } else {
        path.add(range(start, middle));
        start = middle;
      }
    }
    return path.reversed();
  }

  /// The consistency proof of RFC 9162, 2.1.4.1.
  List<byte[]> consistency(long from, long to) throws SQLException {
    var path = new ArrayList<byte[]>();
    var start = 0L;
    var end = to;
    var whole = true;
    if (from == 0) {
      return path;
    }
    while (from != end) {
      var middle = start + Long.highestOneBit(end - start - 1);
      if (from <= middle) {
        path.add(range(middle, end));
        end = middle;
      } else {
        path.add(range(start, middle));
        start = middle;
        whole = false;
      }
    }
    if (!whole) {
      path.add(range(start, end));
    }
    return path.reversed();
  }

  /// The leaf of one row.
  byte[] leaf(long index) throws SQLException {
    return leaves(index, 1).getFirst();
  }

  /// The leaves of rows that follow each other.
  ///
  /// @throws LogbookRefused when one of them is not there
  List<byte[]> leaves(long first, int count) throws SQLException {
    var leaves = new ArrayList<byte[]>(count);
    try (var statement = connection.prepareStatement(LEAVES)) {
      statement.setString(1, region);
      statement.setLong(2, first);
      statement.setLong(3, first + count - 1);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          if (row.getLong(1) != first + leaves.size()) {
            break;
          }
          leaves.add(row.getBytes(2));
        }
      }
    }
    if (leaves.size() != count) {
      throw new LogbookRefused("rij " + (first + leaves.size()) + " van het logboek ontbreekt");
    }
    return leaves;
  }

  /// The root of a full tile: one hash of the tile above it.
  byte[] tileRoot(int level, long n) throws SQLException {
    return node(Byte.SIZE * (level + 1), n);
  }

  private byte[] range(long start, long end) throws SQLException {
    var count = end - start;
    if (Long.bitCount(count) == 1) {
      var level = Long.numberOfTrailingZeros(count);
      return node(level, start >> level);
    }
    var middle = start + Long.highestOneBit(count - 1);
    return hash.node(range(start, middle), range(middle, end));
  }

  /// The root of the perfect subtree with this index among those of its height.
  private byte[] node(int height, long index) throws SQLException {
    var level = height / Byte.SIZE;
    var within = height % Byte.SIZE;
    var first = index << within;
    var tile = tile(level, first / WIDTH);
    if (tile.length > 0) {
      var from = (int) (first % WIDTH) * TreeHash.LENGTH;
      return fold(split(Arrays.copyOfRange(tile, from, from + (TreeHash.LENGTH << within))));
    }
    if (level == 0) {
      return fold(leaves(first, 1 << within).stream().map(hash::leaf).toList());
    }
    if (within == 0) {
      var below = tile(level - 1, index);
      if (below.length > 0) {
        return fold(split(below));
      }
    } else {
      load(level - 1, first, first + (1L << within) - 1);
    }
    return hash.node(node(height - 1, 2 * index), node(height - 1, 2 * index + 1));
  }

  private byte[] tile(int level, long n) throws SQLException {
    var place = new Place(level, n);
    if (!tiles.containsKey(place)) {
      load(level, n, n);
    }
    return tiles.getOrDefault(place, NONE);
  }

  private void load(int level, long first, long last) throws SQLException {
    for (var n = first; n <= last; n++) {
      tiles.put(new Place(level, n), NONE);
    }
    try (var statement = connection.prepareStatement(TILES)) {
      statement.setString(1, region);
      statement.setInt(2, level);
      statement.setLong(3, first);
      statement.setLong(4, last);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          tiles.put(new Place(level, row.getLong(1)), row.getBytes(2));
        }
      }
    }
  }

  private static List<byte[]> split(byte[] hashes) {
    var parts = new ArrayList<byte[]>();
    for (var at = 0; at < hashes.length; at += TreeHash.LENGTH) {
      parts.add(Arrays.copyOfRange(hashes, at, at + TreeHash.LENGTH));
    }
    return parts;
  }

  private byte[] fold(List<byte[]> hashes) {
    var current = hashes;
    while (current.size() > 1) {
      var parents = new ArrayList<byte[]>(current.size() / 2);
      for (var at = 0; at < current.size(); at += 2) {
        parents.add(hash.node(current.get(at), current.get(at + 1)));
      }
      current = parents;
    }
    return current.getFirst();
  }
}
