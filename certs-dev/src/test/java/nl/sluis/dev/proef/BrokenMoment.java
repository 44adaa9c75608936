package nl.sluis.dev.proef;

import static nl.sluis.dev.rig.Moment.after;
import static nl.sluis.dev.rig.Moment.afterCommitOf;
import static nl.sluis.dev.rig.Moment.before;
import static nl.sluis.dev.rig.Moment.beforeCommitOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.sluis.dev.rig.Moment;

/// A moment at which the work of one step breaks off.
///
/// @param step what somebody was doing
/// @param name the moment, for the name of the test
/// @param moment the same in the talk with the database
/// @param durable whether the row of the step was durable by then
record BrokenMoment(Step step, String name, Moment moment, boolean durable) {
  private static final String CHECKPOINT = "insert into checkpoint";
  private static final String UNHEARD = "after the commit, unheard";

  /// What somebody does: the rows that it leaves, the row that doing it once more leaves, and a
  /// statement that is its own. A withdrawal takes the waiting parcel along.
  enum Step {
    SEND("aangenomen", "", "insert into message"),
    SEND_AGAIN("", "", ""),
    COLLECT("verstrekt", "heruitgereikt", "update parcel set state"),
    CONFIRM("bevestigd", "", "update parcel set state"),
    WITHDRAW("intrekking niet-uitgereikt", "intrekking", "insert into consent_event");

    private final String rows;
    private final String again;
    private final String change;

    Step(String rows, String again, String change) {
      this.rows = rows;
      this.again = again;
      this.change = change;
    }

    List<String> rows() {
      return rows.isEmpty() ? List.of() : List.of(rows.split(" ", -1));
    }
  }

  /// The rows that stand there after the break.
  List<String> written() {
    return durable ? step.rows() : List.of();
  }

  /// The rows that stand there once it was done again.
  List<String> writtenInTheEnd() {
    var rows = new ArrayList<>(written());
    if (!durable) {
      rows.addAll(step.rows());
    } else if (!step.again.isEmpty()) {
      rows.add(step.again);
    }
    return rows;
  }

  /// Every step at every moment of its transaction and of what comes after.
  static List<BrokenMoment> all() {
    var moments = new ArrayList<BrokenMoment>();
    moments.add(new BrokenMoment(Step.SEND, "while facts are read", before("join birth b"), false));
    moments.add(
        new BrokenMoment(
            Step.SEND, "while a parcel is queued", before("insert into parcel"), false));
    moments.add(
        new BrokenMoment(
            Step.SEND_AGAIN,
            "while an answer is looked up",
            before("from checkpoint where region = $1 and size >= $2"),
            true));
    moments.add(
        new BrokenMoment(Step.COLLECT, "while facts are read", before("join birth b"), false));
    for (var step : List.of(Step.SEND, Step.COLLECT, Step.CONFIRM, Step.WITHDRAW)) {
      moments.add(
          new BrokenMoment(
              step, "while rows are written", before("update logbook_head set size"), false));
      moments.add(
          new BrokenMoment(step, "while the change is written", before(step.change), false));
      moments.addAll(atTheEnd(step));
    }
    return moments;
  }

  /// The moments around the commit, the checkpoint and the answer.
  static List<BrokenMoment> atTheEnd(Step step) {
    return List.of(
        new BrokenMoment(step, "before the commit", beforeCommitOf(step.change), false),
        new BrokenMoment(step, UNHEARD, afterCommitOf(step.change), true),
        new BrokenMoment(step, "after the commit, before the checkpoint", before(CHECKPOINT), true),
        new BrokenMoment(step, "after the checkpoint, before the answer", after(CHECKPOINT), true));
  }

  /// Of those, one for each of what a gateway that is killed can leave behind: whether it had heard
  /// of its commit is gone with it, and in the database stands the same.
  static List<BrokenMoment> left(Step step) {
    return atTheEnd(step).stream().filter(moment -> !moment.name.equals(UNHEARD)).toList();
  }

  @Override
  public String toString() {
    return step.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + name;
  }
}
