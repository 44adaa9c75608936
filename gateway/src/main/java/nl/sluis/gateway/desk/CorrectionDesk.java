package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.nacontrole.Correction;
import nl.sluis.gateway.nacontrole.Corrections;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where a receiver finds which reports were judged unjustified, and says what it did with them.
/// May be shared between threads.
public final class CorrectionDesk {
  private final DataSource database;
  private final Corrections corrections;
  private final Tasks tasks;
  private final FactDesk facts;

  /// @param database for looking; what is said is put on record by the sequencer
  /// @param facts knows who may put something on record
  public CorrectionDesk(DataSource database, Corrections corrections, Tasks tasks, FactDesk facts) {
    this.database = database;
    this.corrections = corrections;
    this.tasks = tasks;
    this.facts = facts;
  }

  /// What this receiver did not answer yet.
  public List<Correction> waiting(Oin receiver) throws SQLException {
    try (var connection = database.getConnection()) {
      return corrections.waiting(connection, receiver);
    }
  }

  /// The correction of this exchange, for its receiver; empty for anybody else.
  public Optional<Correction> find(Oin receiver, UUID transaction) throws SQLException {
    try (var connection = database.getConnection()) {
      return corrections.find(connection, transaction).filter(c -> c.to().oin().equals(receiver));
    }
  }

  /// The receiver did what was asked: the sender need not ask again. To say it twice changes
  /// nothing.
  ///
  /// @param done one of [Correction#ANSWERS]
  /// @param function of the person who says so
  public Work<Outcome> confirm(
      Oin caller, PartyRole party, Correction correction, String done, String function) {
    return new Filing(
        Needs.toWriteOfThen(correction.subject()),
        EntryKind.REVIEW,
        facts.inAnyRole(caller, party),
        (found, detail) -> {
          if (!party.equals(correction.to())) {
            return Filing.notThere();
          }
          var id = correction.transaction();
          if (!corrections.confirm(found.tx(), id, done, found.at())) {
            return new Filing.Result.Stopped(new Outcome.Done(id.toString(), "", Map.of()));
          }
          detail.put("stap", "rechtzetting-bevestigd").put("transactie", id.toString());
          detail.put("gedaan", done).put("functie", function);
          var also = new ArrayList<Entry>();
          also.addAll(
              tasks.finish(found.tx(), TaskKind.REPORT_UNJUSTIFIED, correction.to().oin(), id));
          also.addAll(tasks.finish(found.tx(), TaskKind.CORRECT_REPORT, correction.from(), id));
          return new Filing.Result.Filed(id.toString()).also(also);
        });
  }
}
