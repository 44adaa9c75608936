package nl.sluis.gateway.logbook;

import java.io.IOException;
import java.util.Arrays;

/// A tree of one size, read from tiles: gives the hash of any of its subtrees without the rows.
///
/// Keeps the last tile of each level. For one thread.
final class TileTree {
  static final int WIDTH = 256;
  private static final int LEVELS = Long.SIZE / Byte.SIZE;

  private final TileSource source;
  private final long size;
  private final TreeHash hash = new TreeHash();
  private final long[] places = new long[LEVELS];
  private final byte[][] kept = new byte[LEVELS][];
  private long read;

  TileTree(TileSource source, long size) {
    this.source = source;
    this.size = size;
    Arrays.fill(places, -1);
  }

  /// How many rows it has.
  long size() {
    return size;
  }

  /// How many tiles were read.
  long read() {
    return read;
  }

  /// Adds the rows of a part to a stack that stands at its start, as few and large subtrees.
  void add(TreeStack stack, long from, long to) throws IOException, MissingTile {
    var at = from;
    while (at < to) {
      var height = height(at, to);
      stack.add(height, node(height, at >> height));
      at += 1L << height;
    }
  }

  /// The height of the largest subtree that starts at a row and ends at or before another.
  static int height(long at, long to) {
    var room = Long.numberOfTrailingZeros(Long.highestOneBit(to - at));
    return at == 0 ? room : Math.min(room, Long.numberOfTrailingZeros(at));
  }

  /// The root of the subtree of `2^height` rows at this place.
  byte[] node(int height, long index) throws IOException, MissingTile {
    var level = height / Byte.SIZE;
    var within = height % Byte.SIZE;
    var first = index << within;
    var tile = tile(level, first / WIDTH);
    return fold(tile, (int) (first % WIDTH), 1 << within);
  }

  /// The hash of the leaf of one row.
  byte[] leaf(long index) throws IOException, MissingTile {
    return node(0, index);
  }

  /// The hashes of one tile, as many as the tree has there.
  byte[] tile(int level, long n) throws IOException, MissingTile {
    if (places[level] == n) {
      return kept[level];
    }
    var width = (int) Math.min(WIDTH, (size >> (Byte.SIZE * level)) - n * WIDTH);
    var length = width * TreeHash.LENGTH;
    var bytes = source.tile(level, n, width);
    if (bytes.isEmpty() || bytes.get().length < length) {
      throw new MissingTile(level, n);
    }
    read++;
    places[level] = n;
    kept[level] = bytes.get().length == length ? bytes.get() : Arrays.copyOf(bytes.get(), length);
    return kept[level];
  }

  private byte[] fold(byte[] tile, int first, int count) {
    if (count == 1) {
      var from = first * TreeHash.LENGTH;
      return Arrays.copyOfRange(tile, from, from + TreeHash.LENGTH);
    }
    var half = count / 2;
    return hash.node(fold(tile, first, half), fold(tile, first + half, half));
  }
}
