package nl.sluis.gateway.logbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/// The tiles of a logbook as its database keeps them: full ones as stored, the others made of the
/// rows and tiles below.
///
/// Code of the check alone; what writes the tiles is not used. For one thread and one transaction.
public final class StoredTiles implements TileSource {
  private static final String NEWEST =
      "select note from checkpoint where region = ? order by size desc limit 1";
  private static final String TILE =
      "select hashes from logbook_tile where region = ? and level = ? and n = ?";
  private static final String LEAVES =
      """
      select idx, leaf from logbook_row
      where region = ? and idx >= ? and idx < ?
      order by idx
      """;

  private final Connection connection;
  private final String region;
  private final TreeHash hash = new TreeHash();

  /// @param connection may read the tables of the logbook
  public StoredTiles(Connection connection, String region) {
    this.connection = connection;
    this.region = region;
  }

  @Override
  public Optional<String> checkpoint() throws IOException {
    try (var statement = connection.prepareStatement(NEWEST)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  @Override
  public Optional<byte[]> tile(int level, long n, int width) throws IOException {
    try {
      return width == TileTree.WIDTH ? stored(level, n) : made(level, n, width);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private Optional<byte[]> stored(int level, long n) throws SQLException {
    try (var statement = connection.prepareStatement(TILE)) {
      statement.setString(1, region);
      statement.setInt(2, level);
      statement.setLong(3, n);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  private Optional<byte[]> made(int level, long n, int width) throws IOException, SQLException {
    if (level == 0) {
      return leaves(n * TileTree.WIDTH, width);
    }
    var hashes = new ByteArrayOutputStream();
    for (var at = 0; at < width; at++) {
      var below = stored(level - 1, n * TileTree.WIDTH + at);
      if (below.isEmpty() || below.get().length != TileTree.WIDTH * TreeHash.LENGTH) {
        return Optional.empty();
      }
      hashes.writeBytes(root(below.get()));
    }
    return Optional.of(hashes.toByteArray());
  }

  private Optional<byte[]> leaves(long first, int width) throws SQLException {
    var hashes = new ByteArrayOutputStream();
    try (var statement = connection.prepareStatement(LEAVES)) {
      statement.setString(1, region);
      statement.setLong(2, first);
      statement.setLong(3, first + width);
      try (var row = statement.executeQuery()) {
        for (var next = first; row.next() && row.getLong(1) == next; next++) {
          hashes.writeBytes(hash.leaf(row.getBytes(2)));
        }
      }
    }
    return Optional.of(hashes.toByteArray());
  }

  private byte[] root(byte[] tile) {
    var stack = new TreeStack();
    for (var at = 0; at < tile.length; at += TreeHash.LENGTH) {
      stack.add(Arrays.copyOfRange(tile, at, at + TreeHash.LENGTH));
    }
    return stack.root();
  }
}
