package nl.sluis.gateway.postbus;

import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.ParcelTable;

/// A parcel waits a day: its receiver sees that in the postbus, and the logbook knows it.
final class Reminder extends ParcelMove {
  private final ParcelTable parcels;

  Reminder(ParcelTable parcels, ParcelRow known) {
    super(known);
    this.parcels = parcels;
  }

  @Override
  Optional<Move> move(Found found, ParcelRow parcel) throws SQLException {
    if (parcel.state() != ParcelRow.State.WACHT) {
      return Optional.empty();
    }
    parcels.reminded(found.tx(), parcel.id());
    return Optional.of(new Move(EntryKind.REMINDER, ParcelRow.State.WACHT, false));
  }
}
