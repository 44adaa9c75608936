package nl.sluis.gateway.zaakdossier;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.nacontrole.Corrections;
import nl.sluis.gateway.nacontrole.ReviewBook;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;

/// Asks a receiver to undo what reached it by mistake, and watches that it answers.
///
/// To ask twice changes nothing, so whoever was interrupted asks all again.
///
/// @param row the handing over
/// @param subject whom it is about; empty for nobody, or who was erased
/// @param own who gave it
record Recall(Corrections corrections, Tasks tasks, OwnRow row, Optional<UUID> subject, Oin own)
    implements Work<Boolean> {

  /// One for every handing over by this organisation in a case.
  static List<Recall> of(CaseReading.Whole whole, Corrections corrections, Tasks tasks) {
    var own = whole.one().organisation();
    var recalls = new ArrayList<Recall>();
    for (var line : whole.lines()) {
      line.row()
          .filter(row -> row.isGivenBy(own))
          .ifPresent(row -> recalls.add(new Recall(corrections, tasks, row, line.subject(), own)));
    }
    return recalls;
  }

  @Override
  public Needs needs() {
    return Needs.toWriteOfThen(subject);
  }

  @Override
  public Plan<Boolean> plan(Found found) throws SQLException {
    var made =
        corrections.recalled(
            found.tx(), row.exchange(), own, row.to(), row.purpose(), subject, found.at());
    if (made.isEmpty()) {
      return Plan.known(false);
    }
    var rows = new ArrayList<Entry>();
    rows.add(made.get());
    var due = found.at().plus(ReviewBook.REPAIR);
    rows.addAll(
        tasks.open(
            found.tx(),
            new Task(TaskKind.CORRECT_REPORT, own, subject, row.exchange(), due),
            found.at()));
    return Plan.of(rows, true);
  }
}
