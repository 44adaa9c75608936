package nl.sluis.gateway.bereik;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.consent.notice.Notices;
import nl.sluis.gateway.bereik.UnreachedTable.Unseen;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.postbus.Term;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;

/// Counts who could not be told, and gives the organisation that asked the task to reach that
/// person otherwise (AVG 12(1), 13, 14).
///
/// Who chose nothing has a week to look by oneself; who chose letters or the desk, or whose mail or
/// letter came back, a day. That somebody is served at the desk only shows to no organisation: it
/// counts as nothing chosen. Of what somebody may not learn nobody is told that it was not read.
/// May be shared between threads and done by two gateways at once.
final class Unreached implements Duty {
  private static final int STEP = 200;
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);

  private static final int WORKING_DAYS = 5;

  private final DataSource database;
  private final Sequencer sequencer;
  private final Why why;
  private final Tasks tasks;
  private final UnreachedTable table;

  Unreached(DataSource database, Sequencer sequencer, Notices notices, Tasks tasks, String region) {
    this.database = database;
    this.sequencer = sequencer;
    this.why = new Why(region, notices);
    this.tasks = tasks;
    this.table = new UnreachedTable(region);
  }

  @Override
  public int run(Instant now) throws SQLException {
    var counting = new ArrayList<Counting>();
    try (var tx = database.getConnection()) {
      for (var unseen : table.unseen(tx, now.minus(WEEK), now.minus(DAY), STEP)) {
        if (why.of(tx, unseen, now).isPresent()) {
          counting.add(new Counting(unseen));
        }
      }
    }
    return sequencer.all(counting);
  }

  /// One notice. It may have been seen, or counted by another gateway, meanwhile.
  private final class Counting implements Work<Boolean> {
    private final Unseen unseen;

    Counting(Unseen unseen) {
      this.unseen = unseen;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(unseen.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var reason = why.of(found.tx(), unseen, found.at());
      var due = Term.dueAfter(found.at(), WORKING_DAYS, List.of());
      if (reason.isEmpty() || !table.add(found.tx(), unseen, reason.get(), found.at(), due)) {
        return Plan.known(false);
      }
      if (reason.get() == Reason.NIET_NODIG) {
        return Plan.known(true);
      }
      var rows = new ArrayList<Entry>();
      rows.add(row(reason.get()));
      var task =
          new Task(
              TaskKind.REACH_OTHERWISE,
              unseen.organisation(),
              Optional.of(unseen.subject()),
              unseen.about(),
              due);
      rows.addAll(tasks.openAgain(found.tx(), task, found.at()));
      return Plan.of(rows, true);
    }

    private Entry row(Reason reason) {
      var detail = JsonNodeFactory.instance.objectNode();
      detail.put("stap", "niet-bereikt").put("reden", reason.code());
      detail.put("kennisgeving", unseen.id().toString());
      detail.put("organisatie", unseen.organisation().value());
      return new Entry(EntryKind.NOTICE, Optional.of(unseen.subject()), detail);
    }
  }
}
