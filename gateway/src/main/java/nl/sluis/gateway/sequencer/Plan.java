package nl.sluis.gateway.sequencer;

import java.sql.SQLException;
import java.util.List;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.Logged;

/// What one work will record, write and answer.
public interface Plan<T> {
  /// The rows for the logbook, in order; may be empty only when nothing is disclosed or refused.
  List<Entry> entries();

  /// Writes the rest of it, in the same transaction, knowing its rows.
  void write(Writes writes, List<Logged> rows) throws SQLException;

  /// The answer, made after the commit and outside every lock.
  ///
  /// @throws SQLException when the answer has to be read and cannot be
  T answer(Written written) throws SQLException;

  /// A plan that only answers what is known already.
  static <T> Plan<T> known(T answer) {
    return of(List.of(), answer);
  }

  /// A plan whose rows are all there is to write, and that answers what is known already.
  static <T> Plan<T> of(List<Entry> rows, T answer) {
    var entries = List.copyOf(rows);
    return new Plan<>() {
      @Override
      public List<Entry> entries() {
        return entries;
      }

      @Override
      public void write(Writes writes, List<Logged> rows) {}

      @Override
      public T answer(Written written) {
        return answer;
      }
    };
  }
}
