package nl.sluis.gateway.sequencer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Binds the columns of many rows as arrays, so that one statement of fixed text writes them all.
///
/// Each call takes the next parameter of the statement. For one thread.
final class Columns<T> {
  private final Connection tx;
  private final PreparedStatement statement;
  private final List<T> rows;
  private int next;

  /// @param first the number of the first parameter to bind
  Columns(Connection tx, PreparedStatement statement, int first, List<T> rows) {
    this.tx = tx;
    this.statement = statement;
    this.next = first;
    this.rows = rows;
  }

  void texts(Function<T, String> of) throws SQLException {
    bind("text", rows.stream().map(of).toArray(String[]::new));
  }

  void bytes(Function<T, byte @Nullable []> of) throws SQLException {
    bind("bytea", rows.stream().map(of).toArray(byte[][]::new));
  }

  void uuids(Function<T, @Nullable UUID> of) throws SQLException {
    bind("uuid", rows.stream().map(of).toArray());
  }

  void numbers(ToLongFunction<T> of) throws SQLException {
    bind("int8", rows.stream().mapToLong(of).boxed().toArray(Long[]::new));
  }

  void flags(Predicate<T> of) throws SQLException {
    bind("bool", rows.stream().map(of::test).toArray(Boolean[]::new));
  }

  /// As text with an offset: the driver writes no binary array of instants.
  void instants(Function<T, Instant> of) throws SQLException {
    bind("timestamptz", rows.stream().map(row -> of.apply(row).toString()).toArray());
  }

  private void bind(String type, Object[] values) throws SQLException {
    statement.setArray(next++, tx.createArrayOf(type, values));
  }
}
