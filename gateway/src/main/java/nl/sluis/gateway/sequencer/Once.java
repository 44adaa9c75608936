package nl.sluis.gateway.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// What is the same for every work of a batch, and is read in it once. Gone with the batch, so that
/// nothing rests on memory. Used by one thread.
public final class Once {
  private final Connection tx;
  private final Map<Class<?>, Object> read = new HashMap<>();

  Once(Connection tx) {
    this.tx = tx;
  }

  /// Reads something from the database.
  @FunctionalInterface
  public interface Reader<T> {
    /// Reads it in this transaction.
    T read(Connection tx) throws SQLException;
  }

  /// The one thing of this type, read at the first time it is asked for.
  public <T> T of(Class<T> type, Reader<T> reader) throws SQLException {
    var known = read.get(type);
    if (known != null) {
      return type.cast(known);
    }
    var fresh = reader.read(tx);
    read.put(type, fresh);
    return fresh;
  }
}
