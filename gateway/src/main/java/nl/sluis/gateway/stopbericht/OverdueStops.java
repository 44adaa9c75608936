package nl.sluis.gateway.stopbericht;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.decision.QuestionJson;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Brings a stop message that nobody answered in time to attention, once: a task for the receiver,
/// and one for the organisation that shared.
///
/// The tasks name the message and not the child; the sharing organisation cannot look the message
/// up, so it hears that a receiver is late and nothing of which consent stopped. May be shared
/// between threads.
public final class OverdueStops implements Duty {
  private static final int STEP = 100;

  private final DataSource database;
  private final StopTable table;
  private final ConsentDesk consents;
  private final Tasks tasks;
  private final CurrentLaw law;
  private final Sequencer sequencer;

  /// @param database for finding what is due
  public OverdueStops(
      DataSource database,
      StopTable table,
      ConsentDesk consents,
      Tasks tasks,
      CurrentLaw law,
      Sequencer sequencer) {
    this.database = database;
    this.table = table;
    this.consents = consents;
    this.tasks = tasks;
    this.law = law;
    this.sequencer = sequencer;
  }

  @Override
  public int run(Instant now) throws SQLException {
    var late = new ArrayList<Late>();
    try (var connection = database.getConnection()) {
      for (var message : table.overdue(connection, now, STEP)) {
        var ask = consents.find(connection, message.consent()).orElseThrow();
        late.add(new Late(message, ask.subject(), ask.sender()));
      }
    }
    return sequencer.all(late);
  }

  /// One message that is late. Another gateway may have seen it first, and its receiver may have
  /// answered meanwhile; then nothing is done.
  private final class Late implements Work<Boolean> {
    private final StopMessage message;
    private final UUID subject;
    private final PartyRole sender;

    Late(StopMessage message, UUID subject, PartyRole sender) {
      this.message = message;
      this.subject = subject;
      this.sender = sender;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(subject);
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var tx = found.tx();
      if (!table.confirmed(tx, message.id()).isEmpty()
          || !table.escalate(tx, message.id(), found.at())) {
        return Plan.known(false);
      }
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("stopbericht", message.id().toString());
      detail.set("aan", QuestionJson.party(message.receiver()));
      detail.put("uiterlijk", message.dueAt().toString());
      var rows = new ArrayList<Entry>();
      rows.add(new Entry(EntryKind.ESCALATION, Optional.of(subject), detail));
      rows.addAll(tasks.open(tx, task(message.receiver().oin(), found.at()), found.at()));
      rows.addAll(tasks.open(tx, task(sender.oin(), found.at()), found.at()));
      return Plan.of(rows, true);
    }

    private Task task(Oin organisation, Instant at) {
      var due = Terms.confirm(law.now(), sender, message.receiver(), at);
      return new Task(
          TaskKind.STOP_NOT_CONFIRMED, organisation, Optional.empty(), message.id(), due);
    }
  }
}
