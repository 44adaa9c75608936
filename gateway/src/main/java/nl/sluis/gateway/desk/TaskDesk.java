package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where an organisation sees what it has to do, and says what became of it.
///
/// Nobody sees the tasks of another organisation. May be shared between threads.
public final class TaskDesk {
  private final DataSource database;
  private final Tasks tasks;
  private final FactDesk facts;
  private final Proposals proposals;

  /// @param region in whose part of the database the tasks live
  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param facts knows who may put something on record
  public TaskDesk(String region, DataSource database, Tasks tasks, FactDesk facts) {
    this.database = database;
    this.tasks = tasks;
    this.facts = facts;
    this.proposals = new Proposals(region);
  }

  /// What this organisation has to do, the most urgent first.
  public List<OpenTask> of(Oin organisation) throws SQLException {
    try (var connection = database.getConnection()) {
      return tasks.of(connection, organisation);
    }
  }

  /// The task under this identifier, when it is this organisation's and not done.
  public Optional<OpenTask> find(UUID id, Oin organisation) throws SQLException {
    try (var connection = database.getConnection()) {
      return tasks
          .find(connection, id)
          .filter(open -> open.task().organisation().equals(organisation));
    }
  }

  /// The task was done, or turned out not to be needed.
  ///
  /// @param outcome `gedaan` or `niet-nodig`
  /// @param why in words, for the logbook only
  public Work<Outcome> close(
      Oin caller, PartyRole party, OpenTask open, String outcome, String why) {
    return filing(
        caller,
        party,
        open,
        (found, detail) -> {
          var taken = ByTwo.taken(found.tx(), proposals, Closing.TAAK, open.id());
          if (taken.isPresent()) {
            return taken.get();
          }
          detail.put("toelichting", why);
          return close(found, detail, open, outcome);
        });
  }

  /// Does one thing with a task that can be closed by who says that it is done.
  Filing filing(Oin caller, PartyRole party, OpenTask open, Filing.Act act) {
    return new Filing(
        Needs.toWriteOfThen(open.task().subject()),
        EntryKind.TASK,
        facts.inAnyRole(caller, party),
        (found, detail) -> {
          if (open.task().kind().endsWithItsAnswer()) {
            return Filing.fault(
                "uitkomst", "Deze taak eindigt met het antwoord aan wie het vroeg; geef dat.");
          }
          if (open.task().kind() == TaskKind.SECOND_PERSON) {
            return Filing.fault(
                "uitkomst", "Deze taak eindigt als u het voorstel bevestigt of teruggeeft.");
          }
          detail.put("wat", open.task().kind().code());
          detail.put("over", open.task().about().toString());
          return act.file(found, detail);
        });
  }

  Filing.Result close(Found found, ObjectNode detail, OpenTask open, String outcome)
      throws SQLException {
    detail.put("stap", "afgehandeld").put("uitkomst", outcome);
    return tasks.done(found.tx(), open)
        ? new Filing.Result.Filed(open.id().toString())
        : Filing.notThere();
  }
}
