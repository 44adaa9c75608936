package nl.sluis.gateway.zaakdossier;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;

/// Something that was done in a case, with its rows: its own first, in which its words stand.
///
/// @param table remembers which row holds the words
/// @param id of the case
/// @param step the number of the step; 0 for the opening
/// @param entries its own row, then what followed from it
record CasePlan(CaseTable table, UUID id, long step, List<Entry> entries) implements Plan<Did> {
  CasePlan {
    entries = List.copyOf(entries);
  }

  /// The same, with the rows of what followed.
  static CasePlan of(CaseTable table, UUID id, long step, Entry own, List<Entry> also) {
    var entries = new ArrayList<Entry>();
    entries.add(own);
    entries.addAll(also);
    return new CasePlan(table, id, step, entries);
  }

  @Override
  public void write(Writes writes, List<Logged> rows) throws SQLException {
    table.word(writes.tx(), id, step, rows.getFirst().index());
  }

  @Override
  public Did answer(Written written) {
    return new Did.Done(id);
  }
}
