package nl.sluis.gateway.postbus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.Optional;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.policies.terms.Oin;

/// The receiver says that it has the parcel: from then on Sluis keeps no content of it. When it
/// signed for what it got, that stands in the row.
final class Confirmation extends ParcelMove {
  private final Mandates mandates;
  private final Oin receiver;
  private final Optional<String> receipt;

  Confirmation(Mandates mandates, Oin receiver, ParcelRow known, Optional<String> receipt) {
    super(known);
    this.mandates = mandates;
    this.receiver = receiver;
    this.receipt = receipt;
  }

  @Override
  Optional<Move> move(Found found, ParcelRow parcel) throws SQLException {
    if (parcel.state() != ParcelRow.State.UITGEREIKT || !mayConfirm(found, parcel)) {
      return Optional.empty();
    }
    return Optional.of(new Move(EntryKind.CONFIRMED, ParcelRow.State.BEVESTIGD, true));
  }

  @Override
  ObjectNode detail(ParcelRow parcel) {
    var row = super.detail(parcel);
    ParcelDetail.by(row, receiver, parcel);
    receipt.ifPresent(signed -> row.put("ontvangst", signed));
    return row;
  }

  /// Who lost the answer to a confirmation asks again and hears the same.
  @Override
  boolean isDone(Found found, ParcelRow parcel) throws SQLException {
    return parcel.state() == ParcelRow.State.BEVESTIGD && mayConfirm(found, parcel);
  }

  private boolean mayConfirm(Found found, ParcelRow parcel) throws SQLException {
    var to = parcel.receiver();
    return receiver.equals(to.oin())
        || mandates
            .mandateFor(found.tx(), receiver, to.oin(), to.role(), parcel.purpose(), found.at())
            .isPresent();
  }
}
