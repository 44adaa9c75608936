package nl.sluis.gateway.acuut;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// Records that the receiver's system took a report, once.
///
/// @param delivered when it did, which may be before it could be logged
public record Arrival(AcuteBook book, Report report, Instant delivered) implements Work<Boolean> {
  @Override
  public Needs needs() {
    return Needs.toWriteOfThen(report.subject());
  }

  @Override
  public Plan<Boolean> plan(Found found) throws SQLException {
    if (!book.step(found.tx(), report.transaction(), AcuteBook.Step.DELIVERED, delivered)) {
      return Plan.known(true);
    }
    var detail = JsonNodeFactory.instance.objectNode();
    detail.put("transactie", report.transaction().toString());
    detail.put("aan", report.to().oin().value());
    detail.put("bezorgdOp", delivered.toString());
    detail.put("naSeconden", Duration.between(report.received(), delivered).toSeconds());
    return Plan.of(List.of(new Entry(EntryKind.DELIVERED, report.subject(), detail)), true);
  }
}
