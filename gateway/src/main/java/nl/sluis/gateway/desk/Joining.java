package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.util.UUID;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// Somebody at a desk begins to help a person at a child, with its row. What lets that in is looked
/// at under the lock, by the act itself.
record Joining(UUID subject, EntryKind kind, Filing.Act act) implements Work<Outcome> {
  @Override
  public Needs needs() {
    return Needs.toWrite(subject);
  }

  @Override
  public Plan<Outcome> plan(Found found) throws SQLException {
    var detail = JsonNodeFactory.instance.objectNode();
    return Kept.of(act.file(found, detail), kind, found, detail);
  }
}
