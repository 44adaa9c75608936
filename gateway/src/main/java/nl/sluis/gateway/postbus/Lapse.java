package nl.sluis.gateway.postbus;

import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.ParcelTable;

/// The end of a parcel's term: unread content is gone, and the sender may now know how it ended.
///
/// Why it was not handed over stays in the logbook; the sender hears one and the same word (10.11).
final class Lapse extends ParcelMove {
  private final ParcelTable parcels;

  Lapse(ParcelTable parcels, ParcelRow known) {
    super(known);
    this.parcels = parcels;
  }

  @Override
  Optional<Move> move(Found found, ParcelRow parcel) throws SQLException {
    if (found.at().isBefore(parcel.dueAt())) {
      return Optional.empty();
    }
    parcels.tell(found.tx(), parcel.id());
    return switch (parcel.state()) {
      case WACHT ->
          Optional.of(
              parcel.neverLapses()
                  ? new Move(EntryKind.ESCALATION, ParcelRow.State.WACHT, false)
                  : new Move(EntryKind.LAPSED, ParcelRow.State.VERVALLEN, true));
      // Gone, and still not confirmed: only its receiver can say that it has it.
      case UITGEREIKT ->
          Optional.of(new Move(EntryKind.SHREDDED, ParcelRow.State.UITGEREIKT, true));
      case INGEHOUDEN, BEVESTIGD, VERVALLEN -> Optional.empty();
    };
  }
}
