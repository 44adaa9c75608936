package nl.sluis.gateway.logbook;

import java.io.IOException;
import java.util.Optional;

/// Where a check gets the hashes of a tree from, by tile (C2SP tlog-tiles).
///
/// What comes out is not trusted: a signed checkpoint decides. For one thread.
public interface TileSource {
  /// The newest checkpoint, as a signed note; none in a logbook without rows.
  ///
  /// @throws IOException when it cannot be read
  Optional<String> checkpoint() throws IOException;

  /// The hashes of one tile, one after the other.
  ///
  /// @param level the tile holds roots of `256^level` rows
  /// @param n its place within the level
  /// @param width how many hashes the tree has there; 256 for a full tile
  /// @return more than asked when the tile has grown since, and nothing when there is no such tile
  /// @throws IOException when it cannot be read
  Optional<byte[]> tile(int level, long n, int width) throws IOException;
}
