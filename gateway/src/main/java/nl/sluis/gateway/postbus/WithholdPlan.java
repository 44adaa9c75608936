package nl.sluis.gateway.postbus;

import java.util.List;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;

/// What may not pass any more: recorded with its true cause, and its content is gone at once.
///
/// Nobody hears of it before the parcel's term ends; then the sender hears that it was not handed
/// over. What was handed over before stays handed over: only what Sluis still kept of it is gone.
final class WithholdPlan implements Plan<HandedOver> {
  private final Redecided decided;

  WithholdPlan(Redecided decided) {
    this.decided = decided;
  }

  private boolean isWaiting() {
    return decided.parcel().state() == ParcelRow.State.WACHT;
  }

  /// The parcel from now on.
  ParcelRow parcel() {
    return decided
        .parcel()
        .shredded(isWaiting() ? ParcelRow.State.INGEHOUDEN : ParcelRow.State.UITGEREIKT);
  }

  @Override
  public List<Entry> entries() {
    var kind = isWaiting() ? EntryKind.NOT_DELIVERED : EntryKind.SHREDDED;
    return List.of(new Entry(kind, decided.parcel().subject(), decided.detail()));
  }

  @Override
  public void write(Writes writes, List<Logged> rows) {
    writes.move(parcel());
  }

  @Override
  public HandedOver answer(Written written) {
    return new HandedOver.NotThere();
  }
}
