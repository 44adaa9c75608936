package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// What anybody may read of the logbook of a region: signed sizes, what witnesses put under them,
/// and hashes. Nothing of it says a thing of anyone (10.17).
///
/// May be shared between threads.
public final class PublicLog {
  /// How many witnesses can be asked for under one checkpoint.
  public static final int MOST_WITNESSES = 16;

  private final String region;
  private final DataSource database;
  private final PublicTiles tiles;

  /// @param region the logbook
  public PublicLog(String region, DataSource database) {
    this.region = region;
    this.database = database;
    this.tiles = new PublicTiles(region);
  }

  /// The newest checkpoint of any gateway, with what witnesses put under it so far.
  public Optional<SignedCheckpoint> newest() throws SQLException {
    try (var connection = database.getConnection()) {
      return cosigned(connection, Checkpoints.latest(connection, region));
    }
  }

  /// The newest checkpoint as only the log signed it, such as to show it to a witness.
  public Optional<SignedCheckpoint> newestAlone() throws SQLException {
    try (var connection = database.getConnection()) {
      return Checkpoints.latest(connection, region);
    }
  }

  /// The checkpoint of exactly this size; each batch of rows left one.
  public Optional<SignedCheckpoint> at(long size) throws SQLException {
    try (var connection = database.getConnection()) {
      return at(connection, size);
    }
  }

  /// The newest checkpoint under which at least so many witnesses put their signature.
  public Optional<SignedCheckpoint> newestCosigned(int witnesses) throws SQLException {
    try (var connection = database.getConnection()) {
      var size = Cosignatures.newest(connection, region, witnesses);
      return size.isEmpty() ? Optional.empty() : at(connection, size.get());
    }
  }

  /// The proof that this row is in the logbook (C2SP tlog-proof): under the newest checkpoint that
  /// a witness signed too, or, as long as none of those covers it, under the newest of all.
  ///
  /// @return empty when no checkpoint covers it yet
  public Optional<String> proof(long index) throws SQLException {
    try (var connection = database.getConnection()) {
      var cosigned = Cosignatures.newest(connection, region, 1);
      var checkpoint =
          cosigned.isPresent() && cosigned.get() > index
              ? at(connection, cosigned.get())
              : Checkpoints.latest(connection, region);
      if (index < 0 || checkpoint.isEmpty() || checkpoint.get().size() <= index) {
        return Optional.empty();
      }
      var tree = new StoredTree(connection, region);
      var path = tree.inclusion(index, checkpoint.get().size());
      return Optional.of(Receipt.write(index, tree.leaf(index), path, checkpoint.get().note()));
    }
  }

  /// Paths from some rows to the root of one checkpoint.
  ///
  /// @param size of that checkpoint
  /// @param checkpoint the signed note, with what witnesses put under it
  /// @param paths in the order of the rows
  public record Proven(long size, String checkpoint, List<List<byte[]>> paths) {
    /// Copies its list.
    public Proven {
      paths = List.copyOf(paths);
    }
  }

  /// The proof that all of these rows are in the logbook, under one checkpoint: the newest that a
  /// witness signed too, or, as long as that does not cover them all, the newest of all.
  ///
  /// @param liked sizes of which the first that a witness signed goes before that
  /// @return empty when no checkpoint covers them yet
  public Optional<Proven> proven(List<Long> indexes, List<Long> liked) throws SQLException {
    try (var connection = database.getConnection()) {
      long last = indexes.stream().mapToLong(index -> index).max().orElse(-1);
      var cosigned = Cosignatures.newest(connection, region, 1);
      for (var size : liked) {
        if (size > last && !Cosignatures.lines(connection, region, size).isEmpty()) {
          cosigned = Optional.of(size);
          break;
        }
      }
      var checkpoint =
          cosigned.isPresent() && cosigned.get() > last
              ? at(connection, cosigned.get())
              : Checkpoints.latest(connection, region);
      if (checkpoint.isEmpty() || checkpoint.get().size() <= last) {
        return Optional.empty();
      }
      var tree = new StoredTree(connection, region);
      var paths = new ArrayList<List<byte[]>>();
      for (var index : indexes) {
        paths.add(tree.inclusion(index, checkpoint.get().size()));
      }
      return Optional.of(new Proven(checkpoint.get().size(), checkpoint.get().note(), paths));
    }
  }

  private Optional<SignedCheckpoint> at(Connection connection, long size) throws SQLException {
    var covering = Checkpoints.covering(connection, region, size);
    return cosigned(connection, covering.filter(found -> found.size() == size));
  }

  private Optional<SignedCheckpoint> cosigned(
      Connection connection, Optional<SignedCheckpoint> alone) throws SQLException {
    if (alone.isEmpty()) {
      return alone;
    }
    var size = alone.get().size();
    var lines = Cosignatures.lines(connection, region, size);
    return Optional.of(new SignedCheckpoint(size, alone.get().note() + lines));
  }

  /// A tile, when a signed checkpoint covers every hash of it.
  public Optional<byte[]> tile(TilePath path) throws SQLException {
    try (var connection = database.getConnection()) {
      var latest = Checkpoints.latest(connection, region);
      return latest.isEmpty()
          ? Optional.empty()
          : tiles.tile(connection, path, latest.get().size());
    }
  }

  /// The root that the rows have at this size, by the stored tiles.
  public byte[] root(long size) throws SQLException {
    try (var connection = database.getConnection()) {
      return new StoredTree(connection, region).root(size);
    }
  }

  /// The proof that the tree of one size is the start of that of another (RFC 9162, 2.1.4).
  public List<byte[]> consistency(long from, long to) throws SQLException {
    try (var connection = database.getConnection()) {
      return new StoredTree(connection, region).consistency(from, to);
    }
  }

  /// The statements about every key that signed this logbook, oldest first, for [KeyHistory].
  public List<String> keyStatements() throws SQLException {
    try (var connection = database.getConnection()) {
      return KeyHistoryTable.all(connection, region);
    }
  }

  /// The largest size that this witness put its signature under; 0 when it never did.
  public long cosignedBy(String witness) throws SQLException {
    try (var connection = database.getConnection()) {
      return Cosignatures.last(connection, region, witness);
    }
  }

  /// What a witness signed.
  ///
  /// @param size how many rows there were
  /// @param at when, by its own clock
  public record Witnessed(long size, Instant at) {}

  /// What this witness signed last; empty when it never did.
  public Optional<Witnessed> lastOf(String witness) throws SQLException {
    try (var connection = database.getConnection()) {
      return Cosignatures.newestOf(connection, region, witness);
    }
  }

  /// Keeps what a witness put under the checkpoint of this size.
  public void keep(long size, Cosignature cosignature) throws SQLException {
    try (var connection = database.getConnection()) {
      Cosignatures.store(connection, region, size, cosignature);
    }
  }
}
