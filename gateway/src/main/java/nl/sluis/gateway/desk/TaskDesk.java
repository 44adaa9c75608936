package nl.sluis.gateway.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.MandatedTasks;
import nl.sluis.gateway.taak.OpenTask;
import nl.sluis.gateway.taak.TaskEnd;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vierogen.Closing;
import nl.sluis.gateway.vierogen.Proposals;
import nl.sluis.gateway.vierogen.SecondPersons;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where an organisation sees what it has to do, and says what became of it.
///
/// Nobody sees the tasks of another organisation, but for what its mandate reaches. May be shared
/// between threads.
public final class TaskDesk {
  private final DataSource database;
  private final Tasks tasks;
  private final MandatedTasks mandated;
  private final FactDesk facts;
  private final Proposals proposals;
  private final SecondPersons.Of policy;

  /// @param region in whose part of the database the tasks live
  /// @param database for looking; what is done is done in the transaction of the sequencer
  /// @param facts knows who may put something on record
  /// @param policy whether a connected system may close with one word
  public TaskDesk(
      String region, DataSource database, Tasks tasks, FactDesk facts, SecondPersons.Of policy) {
    this.database = database;
    this.tasks = tasks;
    this.mandated = new MandatedTasks(region);
    this.facts = facts;
    this.proposals = new Proposals(region);
    this.policy = policy;
  }

  /// What this organisation has to do, the most urgent first.
  ///
  /// @param asker who looks: the organisation, or a supplier, who sees what is about a role and
  ///   purpose of its mandates
  public List<OpenTask> of(Oin asker, Oin organisation, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      return asker.equals(organisation)
          ? tasks.of(connection, organisation)
          : mandated.of(connection, asker, organisation, now);
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

  /// A connected system says that the task was done, or turned out not to be needed; what ends
  /// otherwise it does not close.
  ///
  /// @param outcome `gedaan` or `niet-nodig`
  /// @param why in words, for the logbook only
  public Work<Outcome> bySystem(
      Oin caller, PartyRole party, OpenTask open, String outcome, String why) {
    return filing(
        caller,
        party,
        open,
        (found, detail) -> {
          var kind = open.task().kind();
          if (!kind.end().bySystem()) {
            return elsewhere(open);
          }
          var asks = policy.of(found.tx(), open.task().organisation());
          return asks.bySystem(closing(kind), kind.work())
              ? byWord(found, detail, open, outcome, why)
              : Filing.notAllowed(
                  Denial.TWEEDE_PERSOON_NODIG, Denial.TWEEDE_PERSOON_NODIG.remedy());
        });
  }

  /// The task was done, or turned out not to be needed, as an officer says.
  ///
  /// @param outcome `gedaan` or `niet-nodig`
  /// @param why in words, for the logbook only
  Work<Outcome> close(PartyRole party, OpenTask open, String outcome, String why) {
    return filing(
        party.oin(), party, open, (found, detail) -> byWord(found, detail, open, outcome, why));
  }

  private Filing.Result byWord(
      Found found, ObjectNode detail, OpenTask open, String outcome, String why)
      throws SQLException {
    var taken = ByTwo.taken(found.tx(), proposals, Closing.TAAK, open.id());
    if (taken.isPresent()) {
      return taken.get();
    }
    detail.put("toelichting", why);
    return close(found, detail, open, outcome);
  }

  /// Does one thing with a task that an officer can close with a word.
  Filing filing(Oin caller, PartyRole party, OpenTask open, Filing.Act act) {
    return new Filing(
        Needs.toWriteOfThen(open.task().subject()),
        EntryKind.TASK,
        facts.inAnyRole(caller, party),
        (found, detail) -> {
          if (!open.task().kind().end().byOfficer()) {
            return elsewhere(open);
          }
          detail.put("wat", open.task().kind().code());
          detail.put("over", open.task().about().toString());
          return act.file(found, detail);
        });
  }

  /// What the closing of such a task is to a control policy.
  static Closing closing(TaskKind kind) {
    return kind.end() == TaskEnd.VEILIGHEID ? Closing.TAAK_VEILIGHEID : Closing.TAAK;
  }

  private static Filing.Result elsewhere(OpenTask open) {
    return Filing.notAllowed(Denial.TAAK_EINDIGT_ELDERS, open.task().kind().end().elsewhere());
  }

  Filing.Result close(Found found, ObjectNode detail, OpenTask open, String outcome)
      throws SQLException {
    detail.put("stap", "afgehandeld").put("uitkomst", outcome);
    return tasks.done(found.tx(), open)
        ? new Filing.Result.Filed(open.id().toString())
        : Filing.notThere();
  }
}
