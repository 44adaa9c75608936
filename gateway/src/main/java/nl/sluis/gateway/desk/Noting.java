package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// Puts one thing on record that is about no child and that somebody did who logged in.
///
/// @param kind of the row
/// @param act what is done
public record Noting(EntryKind kind, Filing.Act act) implements Work<Outcome> {
  @Override
  public Needs needs() {
    return Needs.nothing();
  }

  @Override
  public Plan<Outcome> plan(Found found) throws SQLException {
    var detail = JsonNodeFactory.instance.objectNode();
    return Kept.of(act.file(found, detail), kind, found, detail);
  }
}
