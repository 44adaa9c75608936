package nl.sluis.gateway.postbus;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.facts.SupervisionOrder;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.gesprek.TalkRegister;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.leesmee.Readings;
import nl.sluis.gateway.message.KeyBinder;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.sequencer.MessageRow;
import nl.sluis.gateway.sequencer.MessageTable;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// What waits for its receiver. May be shared between threads.
public final class Postbus {
  private static final int PAGE = 100;

  private final DataSource database;
  private final MessageTable messages;
  private final ParcelTable parcels;
  private final Parts parts;
  private final Bell bell = new Bell();
  private final MandatedParcels bySupplier;

  /// What handing over needs besides the parcel.
  ///
  /// @param law what is decided by
  /// @param mandates who may collect for whom
  /// @param consents uses up consents that were for one time
  /// @param keys opens what waits
  /// @param binder signs that exactly this set was given to this receiver
  /// @param talks knows which talks a family denies
  /// @param readings knows which texts a family read
  /// @param orders knows which instelling carries out an order of a child
  /// @param halts what stands still
  public record Parts(
      CurrentLaw law,
      Mandates mandates,
      ConsentDesk consents,
      HourKeys keys,
      KeyBinder binder,
      TalkRegister talks,
      Readings readings,
      SupervisionOrder orders,
      Halts halts) {}

  /// @param database for what may be read without a lock
  public Postbus(DataSource database, MessageTable messages, ParcelTable parcels, Parts parts) {
    this.database = database;
    this.messages = messages;
    this.parcels = parcels;
    this.parts = parts;
    this.bySupplier = new MandatedParcels(parts.mandates().region());
  }

  /// How an exchange stands, as far as its sender may know.
  public enum Status {
    /// Nothing was accepted.
    GESLOTEN,
    /// It waits, or it ended in a way that may not be told yet.
    AANGENOMEN,
    /// The receiver has it.
    UITGEREIKT,
    /// The receiver said that it has it.
    BEVESTIGD,
    /// It was not handed over; why is not told.
    NIET_UITGEREIKT
  }

  /// Rings for whoever waits for parcels.
  public Bell bell() {
    return bell;
  }

  /// What waits for this receiver in these roles, oldest first, a hundred at most.
  ///
  /// @param asker who looks; it sees only what it may collect, by itself or by mandate
  public List<ParcelRow> waiting(Oin asker, Oin receiver, Set<Role> roles, Instant now)
      throws SQLException {
    try (var connection = database.getConnection()) {
      if (asker.equals(receiver)) {
        return parcels.waiting(connection, receiver, roles, now, PAGE);
      }
      var mandated = new ArrayList<ParcelRow>();
      for (var id : bySupplier.waiting(connection, asker, receiver, roles, now, PAGE)) {
        parcels.get(connection, id).ifPresent(mandated::add);
      }
      return mandated;
    }
  }

  /// May this one collect it now, for itself or by mandate?
  public boolean mayCollect(Oin asker, ParcelRow parcel, Instant now) throws SQLException {
    var to = parcel.receiver();
    if (asker.equals(to.oin())) {
      return true;
    }
    try (var connection = database.getConnection()) {
      return parts
          .mandates()
          .mandateFor(connection, asker, to.oin(), to.role(), parcel.purpose(), now)
          .isPresent();
    }
  }

  /// How many partners, purposes and lanes stand still now.
  public int halted(Connection connection) throws SQLException {
    return parts.halts().standing(connection).halts().size();
  }

  /// A parcel by its identifier, without a lock.
  public Optional<ParcelRow> find(UUID parcel) throws SQLException {
    try (var connection = database.getConnection()) {
      return parcels.get(connection, parcel);
    }
  }

  /// How an exchange stands for the partner that sent it, or for whom it lets act for it now; empty
  /// for anybody else.
  public Optional<Status> status(Oin asker, UUID transaction, Instant now) throws SQLException {
    try (var connection = database.getConnection()) {
      var message = messages.byTransaction(connection, transaction);
      if (message.isEmpty()) {
        return Optional.empty();
      }
      var parcel = Optional.<ParcelRow>empty();
      if (message.get().parcel().isPresent()) {
        parcel = parcels.get(connection, message.get().parcel().get());
      }
      return mayAsk(connection, asker, message.get(), parcel, now)
          ? Optional.of(status(connection, parcel))
          : Optional.empty();
    }
  }

  /// A supplier hears what becomes of a parcel only as long as its mandate holds; of what was never
  /// accepted it knows no less, having heard so itself.
  private boolean mayAsk(
      Connection connection, Oin asker, MessageRow message, Optional<ParcelRow> parcel, Instant now)
      throws SQLException {
    if (asker.equals(message.sender())) {
      return true;
    }
    if (parcel.isEmpty()) {
      return asker.equals(message.key().signer());
    }
    var from = parcel.get().sender();
    return parts
        .mandates()
        .mandateFor(connection, asker, from.oin(), from.role(), parcel.get().purpose(), now)
        .isPresent();
  }

  private Status status(Connection connection, Optional<ParcelRow> parcel) throws SQLException {
    if (parcel.isEmpty()) {
      return Status.GESLOTEN;
    }
    return switch (parcel.get().state()) {
      case UITGEREIKT -> Status.UITGEREIKT;
      case BEVESTIGD -> Status.BEVESTIGD;
      case WACHT -> Status.AANGENOMEN;
      case INGEHOUDEN, VERVALLEN ->
          parcels.isTold(connection, parcel.get().id())
              ? Status.NIET_UITGEREIKT
              : Status.AANGENOMEN;
    };
  }

  /// The work of handing a parcel over.
  public Work<HandedOver> handOver(Oin receiver, ParcelRow parcel, Instant now) {
    return new HandOver(parts, receiver, parcel, now);
  }

  /// The work of noting that the receiver has it; ends in false when it was not handed over to it.
  public Work<Boolean> confirm(Oin receiver, ParcelRow parcel) {
    return confirm(receiver, parcel, Optional.empty());
  }

  /// The same, with what the receiver signed of what it got, which is kept with the row.
  ///
  /// @param receipt a compact JWS that was checked
  public Work<Boolean> confirm(Oin receiver, ParcelRow parcel, Optional<String> receipt) {
    return new Confirmation(parts.mandates(), receiver, parcel, receipt);
  }

  Work<Boolean> lapse(ParcelRow parcel) {
    return new Lapse(parcels, parcel);
  }

  Work<Boolean> remind(ParcelRow parcel) {
    return new Reminder(parcels, parcel);
  }
}
