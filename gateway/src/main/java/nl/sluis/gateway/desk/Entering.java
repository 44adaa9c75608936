package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
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
    return switch (act.file(found, detail)) {
      case Filing.Result.Stopped(Outcome outcome) -> Plan.known(outcome);
      case Filing.Result.Secret(String id, String _) -> kept(found, detail.put("kenmerk", id), id);
      case Filing.Result.Filed(String id, var _) -> kept(found, detail.put("kenmerk", id), id);
    };
  }

  private static Plan<Outcome> kept(Found found, ObjectNode detail, String id) {
    return new Kept(new Entry(EntryKind.LINK, found.subject(), detail), id);
  }
}
