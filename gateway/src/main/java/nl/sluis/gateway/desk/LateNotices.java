package nl.sluis.gateway.desk;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import nl.sluis.consent.notice.Notices;
import nl.sluis.consent.notice.Notices.Late;
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
import nl.sluis.policies.convenant.ConsentTerms;

/// Gives whoever wrote a yes down a task when the person whose yes it is did not see that in time.
///
/// Not to answer is not to agree: somebody must speak with that person. May be shared between
/// threads.
public final class LateNotices implements Duty {
  private static final int STEP = 100;

  private final Notices notices;
  private final Tasks tasks;
  private final DataSource database;
  private final Sequencer sequencer;

  /// @param database for finding what is late
  public LateNotices(Notices notices, Tasks tasks, DataSource database, Sequencer sequencer) {
    this.notices = notices;
    this.tasks = tasks;
    this.database = database;
    this.sequencer = sequencer;
  }

  @Override
  public int run(Instant now) throws SQLException {
    List<Late> late;
    try (var connection = database.getConnection()) {
      late = notices.late(connection, now, STEP);
    }
    return sequencer.all(late.stream().map(one -> new Telling(notices, tasks, one)).toList());
  }

  /// One notice is late. It may have been answered meanwhile; then nothing is done.
  private record Telling(Notices notices, Tasks tasks, Late late) implements Work<Boolean> {
    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(late.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      if (!notices.markLate(found.tx(), late.id(), found.at())) {
        return Plan.known(false);
      }
      int days = ConsentTerms.STRICT.noticeWorkingDays();
      var task =
          new Task(
              TaskKind.STATEMENT_UNSEEN,
              late.recordedBy(),
              Optional.of(late.subject()),
              late.askId(),
              Term.dueAfter(found.at(), days, List.of()));
      return Plan.of(tasks.open(found.tx(), task, found.at()), true);
    }
  }
}
