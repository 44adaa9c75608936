package nl.sluis.gateway.desk;

import java.util.List;
import java.util.function.Function;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;

/// A link that was made or undone while planning, with a row for everybody whom it is about.
///
/// @param entries the rows; the receipt is that of the first
/// @param answer what is told, from the receipt
record Linked<T>(List<Entry> entries, Function<String, T> answer) implements Plan<T> {
  Linked {
    entries = List.copyOf(entries);
  }

  @Override
  public void write(Writes writes, List<Logged> rows) {}

  @Override
  public T answer(Written written) {
    return answer.apply(written.receipt());
  }
}
