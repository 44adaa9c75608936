package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where an organisation sees what it has to do, and says what became of it.
///
/// Nobody sees the tasks of another organisation. May be shared between threads.
public final class TaskDesk {
  private final DataSource database;
  private final Tasks tasks;
  private final FactDesk facts;

  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param facts knows who may put something on record
  public TaskDesk(DataSource database, Tasks tasks, FactDesk facts) {
    this.database = database;
    this.tasks = tasks;
    this.facts = facts;
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
    return new Filing(
        open.task().subject().map(Needs::toWrite).orElseGet(Needs::nothing),
        EntryKind.TASK,
        facts.inAnyRole(caller, party),
        (found, detail) -> {
          if (open.task().kind().endsWithItsAnswer()) {
            return Filing.fault(
                "uitkomst", "Deze taak eindigt met het antwoord aan wie het vroeg; geef dat.");
          }
          detail.put("stap", "afgehandeld").put("wat", open.task().kind().code());
          detail.put("over", open.task().about().toString());
          detail.put("uitkomst", outcome).put("toelichting", why);
          return tasks.done(found.tx(), open)
              ? new Filing.Result.Filed(open.id().toString())
              : Filing.notThere();
        });
  }
}
