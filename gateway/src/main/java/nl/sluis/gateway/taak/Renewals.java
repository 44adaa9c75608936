package nl.sluis.gateway.taak;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.aansluiting.Expiry;
import nl.sluis.gateway.aansluiting.OwnEnds;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Oin;

/// Makes work of what of a partner ends within sixty days, and closes it when the new one was seen
/// in use: nobody's word is needed, and nobody's word is enough (lessons 22).
///
/// Runs on one thread; other gateways may do the same at the same time.
public final class Renewals implements Duty {
  private static final Duration REST = Duration.ofMinutes(5);
  private static final int MOST = 1_000;

  private final OwnEnds ends;
  private final Tasks tasks;
  private final DataSource database;
  private final Sequencer sequencer;
  private Instant last = Instant.MIN;

  /// @param ends what of partners comes to an end
  /// @param database for finding what is due
  public Renewals(OwnEnds ends, Tasks tasks, DataSource database, Sequencer sequencer) {
    this.ends = ends;
    this.tasks = tasks;
    this.database = database;
    this.sequencer = sequencer;
  }

  @Override
  public int run(Instant now) throws SQLException {
    if (now.isBefore(last.plus(REST)) && !now.isBefore(last)) {
      return 0;
    }
    last = now;
    return sequencer.all(due(now));
  }

  private List<Work<Boolean>> due(Instant now) throws SQLException {
    Map<Oin, List<Expiry>> all;
    List<Task> open;
    try (var connection = database.getConnection()) {
      all = ends.all(connection);
      open = tasks.of(connection, TaskKind.RENEW, MOST).stream().map(OpenTask::task).toList();
    }
    var near = new HashMap<UUID, Task>();
    all.forEach(
        (oin, theirs) ->
            theirs.stream()
                .filter(end -> end.isNear(now))
                .map(end -> task(oin, end))
                .forEach(task -> near.put(task.about(), task)));
    var due = new ArrayList<Work<Boolean>>();
    open.stream()
        .filter(task -> !near.containsKey(task.about()))
        // A partner by a file on another gateway is for that one to judge.
        .filter(
            task ->
                all.containsKey(task.organisation())
                    || ends.partners().isRemoved(task.organisation()))
        .forEach(task -> due.add(new Step(found -> done(found, task))));
    open.forEach(task -> near.remove(task.about()));
    near.values()
        .forEach(task -> due.add(new Step(found -> tasks.openAgain(found.tx(), task, found.at()))));
    return due;
  }

  private static Task task(Oin oin, Expiry end) {
    return new Task(TaskKind.RENEW, oin, Optional.empty(), end.of(oin).about(), end.at());
  }

  private List<Entry> done(Found found, Task task) throws SQLException {
    return tasks.finish(found.tx(), task.kind(), task.organisation(), task.about());
  }

  @FunctionalInterface
  private interface Writing {
    List<Entry> in(Found found) throws SQLException;
  }

  /// One task opened or closed; another gateway may have done it first, and then nothing is.
  private record Step(Writing writing) implements Work<Boolean> {
    @Override
    public Needs needs() {
      return Needs.nothing();
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var rows = writing.in(found);
      return rows.isEmpty() ? Plan.known(false) : Plan.of(rows, true);
    }
  }
}
