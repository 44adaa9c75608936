package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.util.UUID;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// Somebody takes a place at a child, with its row. Nobody had it before, so nothing is asked of
/// it.
record Entering(UUID subject, Filing.Act act) implements Work<Outcome> {
  @Override
  public Needs needs() {
    return Needs.toWrite(subject);
  }

  @Override
  public Plan<Outcome> plan(Found found) throws SQLException {
    var detail = JsonNodeFactory.instance.objectNode();
    return Kept.of(act.file(found, detail), EntryKind.LINK, found, detail);
  }
}
