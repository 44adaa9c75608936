package nl.sluis.gateway.aflevering;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;
import nl.sluis.gateway.taak.Task;
import nl.sluis.gateway.taak.TaskKind;
import nl.sluis.gateway.taak.Tasks;

/// How bringing a parcel comes to its end, each in one transaction with its rows. May be shared
/// between threads.
///
/// That it cannot be brought is told to its receiver, whose door it is, and to nobody else: a
/// sender that heard of it would know of every other parcel that it was held back (design 10.11).
final class Endings {
  private static final Duration WITHIN = Duration.ofDays(1);

  private final Deliveries deliveries;
  private final Tasks tasks;

  Endings(Deliveries deliveries, Tasks tasks) {
    this.deliveries = deliveries;
    this.tasks = tasks;
  }

  /// The receiver has it: that it says so is one row, and what there was to do about it is done.
  ///
  /// @param confirmed the noting that it has it, as when it says so in the postbus
  Work<Boolean> arrived(Claim claim, ParcelRow parcel, Work<Boolean> confirmed) {
    return new Arrived(claim, parcel, confirmed);
  }

  /// It is not tried again by itself.
  Work<Boolean> dead(Claim claim, ParcelRow parcel, int attempts, String why) {
    return new Dead(claim, parcel, attempts, why);
  }

  /// There is nothing to bring any more.
  Work<Boolean> over(ParcelRow parcel) {
    return new Over(parcel);
  }

  /// Somebody asks to bring it anew; ends in false when it is not brought, or on its way.
  Work<Boolean> again(ParcelRow parcel) {
    return new Again(parcel);
  }

  private List<Entry> finished(Connection tx, ParcelRow parcel) throws SQLException {
    return tasks.finish(tx, TaskKind.NOT_BROUGHT, parcel.receiver().oin(), parcel.id());
  }

  private static Deliveries.State state(Stand stand, Instant at, int attempts, String why) {
    return new Deliveries.State(stand, at, attempts, why);
  }

  private final class Arrived implements Work<Boolean> {
    private final Claim claim;
    private final ParcelRow parcel;
    private final Work<Boolean> confirmed;

    Arrived(Claim claim, ParcelRow parcel, Work<Boolean> confirmed) {
      this.claim = claim;
      this.parcel = parcel;
      this.confirmed = confirmed;
    }

    @Override
    public Needs needs() {
      return confirmed.needs();
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var tx = found.tx();
      var _ =
          deliveries.settle(tx, claim, state(Stand.BEVESTIGD, found.at(), claim.attempts(), ""));
      return new Also(confirmed.plan(found), finished(tx, parcel));
    }
  }

  /// A plan with rows behind its own.
  private record Also(Plan<Boolean> first, List<Entry> more) implements Plan<Boolean> {
    @Override
    public List<Entry> entries() {
      var all = new ArrayList<>(first.entries());
      all.addAll(more);
      return all;
    }

    @Override
    public void write(Writes writes, List<Logged> rows) throws SQLException {
      first.write(writes, rows.subList(0, rows.size() - more.size()));
    }

    @Override
    public Boolean answer(Written written) throws SQLException {
      return first.answer(written);
    }
  }

  private final class Dead implements Work<Boolean> {
    private final Claim claim;
    private final ParcelRow parcel;
    private final int attempts;
    private final String why;

    Dead(Claim claim, ParcelRow parcel, int attempts, String why) {
      this.claim = claim;
      this.parcel = parcel;
      this.attempts = attempts;
      this.why = why;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(parcel.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var now = state(Stand.ONBESTELBAAR, found.at(), attempts, why);
      if (!deliveries.settle(found.tx(), claim, now)) {
        return Plan.known(false);
      }
      var task =
          new Task(
              TaskKind.NOT_BROUGHT,
              parcel.receiver().oin(),
              parcel.subject(),
              parcel.id(),
              found.at().plus(WITHIN));
      return Plan.of(tasks.openAgain(found.tx(), task, found.at()), true);
    }
  }

  private final class Over implements Work<Boolean> {
    private final ParcelRow parcel;

    Over(ParcelRow parcel) {
      this.parcel = parcel;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(parcel.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var has = parcel.state() == ParcelRow.State.BEVESTIGD;
      deliveries.end(found.tx(), parcel.id(), has ? Stand.BEVESTIGD : Stand.VOORBIJ);
      return Plan.of(finished(found.tx(), parcel), true);
    }
  }

  private final class Again implements Work<Boolean> {
    private final ParcelRow parcel;

    Again(ParcelRow parcel) {
      this.parcel = parcel;
    }

    @Override
    public Needs needs() {
      return Needs.toWriteOfThen(parcel.subject());
    }

    @Override
    public Plan<Boolean> plan(Found found) throws SQLException {
      var tx = found.tx();
      return deliveries.again(tx, List.of(parcel.id()), found.at()) == 0
          ? Plan.known(false)
          : Plan.of(finished(tx, parcel), true);
    }
  }
}
