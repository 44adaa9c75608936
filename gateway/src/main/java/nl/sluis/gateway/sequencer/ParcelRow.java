package nl.sluis.gateway.sequencer;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import org.jspecify.annotations.Nullable;

/// A parcel in the postbus of its receiver.
///
/// @param id its random identifier
/// @param transaction the exchange it belongs to
/// @param signer who signed the message
/// @param sender on whose behalf
/// @param receiver for whom
/// @param purpose what for
/// @param rule the rule that let it pass
/// @param subject about whom; empty in anonymous lanes
/// @param state where it is
/// @param acceptedAt when it came
/// @param remindAt when the receiver is reminded
/// @param dueAt when it lapses unread, and when the sender is told that it was not handed over
/// @param neverLapses true for reports that escalate instead
/// @param payload the content, encrypted; null once shredded
/// @param payloadKey the name of its key
/// @param acceptedRow its row in the logbook
/// @param releasedRow the row of its handing over
@SuppressWarnings("ArrayRecordComponent") // a row of a table; compared by nobody
public record ParcelRow(
    UUID id,
    UUID transaction,
    Oin signer,
    PartyRole sender,
    PartyRole receiver,
    Purpose purpose,
    String rule,
    Optional<UUID> subject,
    State state,
    Instant acceptedAt,
    Instant remindAt,
    Instant dueAt,
    boolean neverLapses,
    byte @Nullable [] payload,
    String payloadKey,
    long acceptedRow,
    OptionalLong releasedRow) {

  /// Where a parcel is.
  public enum State {
    WACHT,
    UITGEREIKT,
    BEVESTIGD,
    INGEHOUDEN,
    VERVALLEN;

    /// The word in the table.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The same parcel, knowing its row in the logbook.
  public ParcelRow acceptedAs(long row) {
    return new ParcelRow(
        id,
        transaction,
        signer,
        sender,
        receiver,
        purpose,
        rule,
        subject,
        state,
        acceptedAt,
        remindAt,
        dueAt,
        neverLapses,
        payload,
        payloadKey,
        row,
        releasedRow);
  }

  /// The same parcel after its handing over.
  public ParcelRow released(long row) {
    return new ParcelRow(
        id,
        transaction,
        signer,
        sender,
        receiver,
        purpose,
        rule,
        subject,
        State.UITGEREIKT,
        acceptedAt,
        remindAt,
        dueAt,
        neverLapses,
        payload,
        payloadKey,
        acceptedRow,
        OptionalLong.of(row));
  }

  /// The same parcel in a state in which its content is gone.
  public ParcelRow shredded(State newState) {
    return new ParcelRow(
        id,
        transaction,
        signer,
        sender,
        receiver,
        purpose,
        rule,
        subject,
        newState,
        acceptedAt,
        remindAt,
        dueAt,
        neverLapses,
        null,
        payloadKey,
        acceptedRow,
        releasedRow);
  }
}
