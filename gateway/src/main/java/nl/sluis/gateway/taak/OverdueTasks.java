package nl.sluis.gateway.taak;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;

/// Brings a task whose day has passed to attention, once, and what is about safety to the data
/// protection officer. May be shared between threads.
public final class OverdueTasks implements Duty {
  private static final int STEP = 100;
  private static final Duration OFFICER = Duration.ofDays(1);

  private final Tasks tasks;
  private final DataSource database;
  private final Sequencer sequencer;

  /// @param database for finding what is due
  public OverdueTasks(Tasks tasks, DataSource database, Sequencer sequencer) {
    this.tasks = tasks;
    this.database = database;
    this.sequencer = sequencer;
  }

  @Override
  public int run(Instant now) throws SQLException {
    List<OpenTask> due;
    try (var connection = database.getConnection()) {
      due = tasks.overdue(connection, now, STEP);
    }
    return sequencer.all(due.stream().map(task -> new Escalation(tasks, task)).toList());
  }

  /// One task is late. Another gateway may have seen it first; then nothing is done.
  private record Escalation(Tasks tasks, OpenTask task) implements Work<Boolean> {
    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(task.task().subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      if (!tasks.late(found.tx(), task)) {
        return Plan.known(false);
      }
      var detail = Tasks.detail(task.id(), task.task(), "te-laat");
      var rows = new ArrayList<Entry>();
      rows.add(new Entry(EntryKind.ESCALATION, task.task().subject(), detail));
      if (task.task().kind().goesToOfficer()) {
        rows.addAll(tasks.open(found.tx(), officer(found.at()), found.at()));
      }
      return Plan.of(rows, true);
    }

    /// What the officer looks at is the task itself.
    private Task officer(Instant now) {
      return new Task(
          TaskKind.OFFICER_LOOKS,
          task.task().organisation(),
          task.task().subject(),
          task.id(),
          now.plus(OFFICER));
    }
  }
}
