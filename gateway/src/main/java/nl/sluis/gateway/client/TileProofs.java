package nl.sluis.gateway.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.logbook.TilePath;
import nl.sluis.gateway.logbook.TreeHash;

/// Makes the proofs of RFC 9162 from the tiles of a log (C2SP tlog-tiles). What it makes proves
/// nothing by itself: it is believed only when it leads to a root that was signed.
///
/// Reads each tile once and remembers it; an instance is for one thread and one look.
public final class TileProofs {
  private static final int BITS = 8;

  private final Tiles tiles;
  private final TreeHash hash = new TreeHash();
  private final Map<TilePath, byte[]> read = new HashMap<>();

  /// Where tiles come from: over HTTP, or out of a folder.
  @FunctionalInterface
  public interface Tiles {
    /// The bytes of a tile; empty when it is not there.
    Optional<byte[]> read(TilePath path) throws IOException;
  }

  /// The log does not give a tile that its checkpoint says must exist.
  public static final class Missing extends IOException {
    private static final long serialVersionUID = 1L;

    Missing(TilePath path) {
      super("tile `" + path.path() + "` is not there, or not whole");
    }
  }

  /// @param tiles where they come from
  public TileProofs(Tiles tiles) {
    this.tiles = tiles;
  }

  /// The root that the tiles have at this size.
  public byte[] root(long size) throws IOException {
    return size == 0 ? hash.empty() : range(0, size, size);
  }

  /// The path from a row to the root of a tree of this size (RFC 9162, 2.1.3).
  public List<byte[]> inclusion(long index, long size) throws IOException {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("row " + index + " is not among " + size);
    }
    var path = new ArrayList<byte[]>();
    descend(index, 0, size, size, path);
    return path;
  }

  private void descend(long index, long start, long end, long size, List<byte[]> path)
      throws IOException {
    if (end - start == 1) {
      return;
    }
    var middle = start + Long.highestOneBit(end - start - 1);
    if (index < middle) {
      descend(index, start, middle, size, path);
      path.add(range(middle, end, size));
    } else {
      descend(index, middle, end, size, path);
      path.add(range(start, middle, size));
    }
  }

  /// The proof that the tree of one size is the start of that of another (RFC 9162, 2.1.4); empty
  /// when there is nothing to prove.
  public List<byte[]> consistency(long from, long to) throws IOException {
    if (from < 0 || from > to) {
      throw new IllegalArgumentException("a tree grows");
    }
    var path = new ArrayList<byte[]>();
    if (from > 0 && from < to) {
      subproof(from, 0, to, true, to, path);
    }
    return path;
  }

  private void subproof(
      long from, long start, long end, boolean whole, long size, List<byte[]> path)
      throws IOException {
    if (from == end) {
      if (!whole) {
        path.add(range(start, end, size));
      }
      return;
    }
    var middle = start + Long.highestOneBit(end - start - 1);
    if (from <= middle) {
      subproof(from, start, middle, whole, size, path);
      path.add(range(middle, end, size));
    } else {
      subproof(from, middle, end, false, size, path);
      path.add(range(start, middle, size));
    }
  }

  /// The hash of the rows from `start` up to `end`, of which the left part is always perfect.
  private byte[] range(long start, long end, long size) throws IOException {
    var count = end - start;
    if (Long.bitCount(count) == 1) {
      var height = Long.numberOfTrailingZeros(count);
      return perfect(height, start >> height, size);
    }
    var middle = start + Long.highestOneBit(count - 1);
    return hash.node(range(start, middle, size), range(middle, end, size));
  }

  private byte[] perfect(int height, long index, long size) throws IOException {
    var level = height / BITS;
    var within = height % BITS;
    var first = index << within;
    var tile = tile(level, first / TilePath.FULL, size);
    var hashes = new ArrayList<byte[]>();
    for (var at = 0; at < 1 << within; at++) {
      var from = ((int) (first % TilePath.FULL) + at) * TreeHash.LENGTH;
      hashes.add(Arrays.copyOfRange(tile, from, from + TreeHash.LENGTH));
    }
    return fold(hashes);
  }

  private byte[] fold(List<byte[]> hashes) {
    var layer = hashes;
    while (layer.size() > 1) {
      var above = new ArrayList<byte[]>();
      for (var at = 0; at < layer.size(); at += 2) {
        above.add(hash.node(layer.get(at), layer.get(at + 1)));
      }
      layer = above;
    }
    return layer.getFirst();
  }

  private byte[] tile(int level, long n, long size) throws IOException {
    var there = (size >> (level * BITS)) - n * TilePath.FULL;
    var path = new TilePath(level, n, (int) Math.min(there, TilePath.FULL));
    var known = read.get(path);
    if (known != null) {
      return known;
    }
    var found = tiles.read(path);
    if (found.isEmpty() && !path.isFull()) {
      // One at the edge may be gone once it is full (C2SP tlog-tiles, partial tiles).
      found = tiles.read(new TilePath(level, n, TilePath.FULL));
    }
    if (found.isEmpty() || found.get().length < path.width() * TreeHash.LENGTH) {
      throw new Missing(path);
    }
    read.put(path, found.get());
    return found.get();
  }
}
