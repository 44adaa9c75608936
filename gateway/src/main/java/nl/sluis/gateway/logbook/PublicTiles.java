package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Tiles as anybody may have them (C2SP tlog-tiles): the stored ones, cut where fewer hashes are
/// asked, and at the right edge those that are not full yet.
///
/// An edge costs at most 255 rows, or 255 tiles of the level below of which what was made before is
/// remembered. May be shared between threads.
final class PublicTiles {
  private static final int REMEMBERED = 8;
  private static final int BITS = 8;
  private static final String STORED =
      "select hashes from logbook_tile where region = ? and level = ? and n = ?";

  private final String region;
  private final Map<Place, byte[]> edges =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Place(int level, long n) {}

  PublicTiles(String region) {
    this.region = region;
  }

  /// A tile, when every hash of it belongs to a tree of this size.
  Optional<byte[]> tile(Connection connection, TilePath path, long size) throws SQLException {
    // Beyond this level there is at most the one root of everything.
    if (path.level() * BITS >= Long.SIZE - 1) {
      return Optional.empty();
    }
    var hashes = size >> (path.level() * BITS);
    if (path.n() > hashes / TilePath.FULL || path.n() * TilePath.FULL + path.width() > hashes) {
      return Optional.empty();
    }
    var stored = stored(connection, path);
    if (stored.isPresent()) {
      return Optional.of(Arrays.copyOf(stored.get(), path.width() * TreeHash.LENGTH));
    }
    return path.isFull() ? Optional.empty() : Optional.of(edge(connection, path));
  }

  private Optional<byte[]> stored(Connection connection, TilePath path) throws SQLException {
    try (var statement = connection.prepareStatement(STORED)) {
      statement.setString(1, region);
      statement.setInt(2, path.level());
      statement.setLong(3, path.n());
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  private byte[] edge(Connection connection, TilePath path) throws SQLException {
    var place = new Place(path.level(), path.n());
    var known = known(place);
    var length = path.width() * TreeHash.LENGTH;
    if (known.length < length) {
      known = widen(connection, path, known);
      remember(place, known);
    }
    return Arrays.copyOf(known, length);
  }

  private byte[] widen(Connection connection, TilePath path, byte[] known) throws SQLException {
    var tree = new StoredTree(connection, region);
    var first = path.n() * TilePath.FULL;
    var from = known.length / TreeHash.LENGTH;
    var wider = Arrays.copyOf(known, path.width() * TreeHash.LENGTH);
    if (path.level() == 0) {
      var hash = new TreeHash();
      var at = known.length;
      for (var leaf : tree.leaves(first + from, path.width() - from)) {
        System.arraycopy(hash.leaf(leaf), 0, wider, at, TreeHash.LENGTH);
        at += TreeHash.LENGTH;
      }
      return wider;
    }
    for (var next = from; next < path.width(); next++) {
      var root = tree.tileRoot(path.level() - 1, first + next);
      System.arraycopy(root, 0, wider, next * TreeHash.LENGTH, TreeHash.LENGTH);
    }
    return wider;
  }

  private synchronized byte[] known(Place place) {
    return edges.getOrDefault(place, new byte[0]);
  }

  private synchronized void remember(Place place, byte[] hashes) {
    edges.merge(place, hashes, (one, other) -> one.length > other.length ? one : other);
  }
}
