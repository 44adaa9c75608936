package nl.sluis.gateway.postbus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.logbook.Logged;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.sequencer.Writes;
import nl.sluis.gateway.sequencer.Written;

/// Moves one parcel to another state, with a row that says so.
///
/// Ends in false, changing nothing, when the parcel is not in a state from which it may go there,
/// and is not there either.
abstract class ParcelMove implements Work<Boolean> {
  private final ParcelRow known;

  ParcelMove(ParcelRow known) {
    this.known = known;
  }

  /// Where this parcel goes now; empty when it stays where it is.
  abstract Optional<Move> move(Found found, ParcelRow parcel) throws SQLException;

  /// Is it where it should be already, so that asking again for what was done changes nothing?
  boolean isDone(Found found, ParcelRow parcel) throws SQLException {
    return false;
  }

  /// What the row tells.
  ObjectNode detail(ParcelRow parcel) {
    return ParcelDetail.of(parcel);
  }

  /// A step of a parcel.
  ///
  /// @param kind the row that tells of it
  /// @param state where the parcel goes
  /// @param shreds whether its content is gone from then on
  record Move(EntryKind kind, ParcelRow.State state, boolean shreds) {}

  @Override
  public final Needs needs() {
    return new Needs(
        Optional.empty(),
        known.subject(),
        Optional.empty(),
        Optional.of(known.id()),
        Optional.empty(),
        false);
  }

  @Override
  public final Plan<Boolean> plan(Found found) throws SQLException {
    if (found.parcel().isEmpty()) {
      return Plan.known(false);
    }
    var parcel = found.parcel().get();
    var move = move(found, parcel);
    return move.isEmpty()
        ? Plan.known(isDone(found, parcel))
        : new Moved(parcel, move.get(), detail(parcel));
  }

  private record Moved(ParcelRow parcel, Move move, ObjectNode row) implements Plan<Boolean> {
    @Override
    public List<Entry> entries() {
      return List.of(new Entry(move.kind(), parcel.subject(), row));
    }

    @Override
    public void write(Writes writes, List<Logged> rows) {
      if (move.shreds()) {
        writes.move(parcel.shredded(move.state()));
      }
    }

    @Override
    public Boolean answer(Written written) {
      return true;
    }
  }
}
