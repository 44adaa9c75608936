package nl.sluis.gateway.sequencer;

import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.facts.FactsRead;

/// What was found under lock; good for this transaction only.
///
/// @param at the instant of deciding, taken after the locks were held
/// @param tx the transaction
/// @param subject the person
/// @param facts what is known of the person
/// @param message the message as it was answered before
/// @param parcel the parcel, locked
/// @param once what was read once for the whole batch
public record Found(
    Instant at,
    Connection tx,
    Optional<UUID> subject,
    Optional<FactsRead> facts,
    Optional<MessageRow> message,
    Optional<ParcelRow> parcel,
    Once once) {

  /// What somebody finds who only looks what would follow: nothing is locked, and the transaction
  /// MUST be rolled back.
  ///
  /// @param subject the person
  public static Found toLook(Connection tx, UUID subject, Instant at) {
    return new Found(
        at,
        tx,
        Optional.of(subject),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Once(tx));
  }
}
