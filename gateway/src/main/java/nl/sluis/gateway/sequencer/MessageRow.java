package nl.sluis.gateway.sequencer;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// A message that was answered.
///
/// @param key signer and number
/// @param digest SHA-256 of its bytes: the same number with other bytes is refused
/// @param transaction our identifier of the exchange
/// @param sender the party on whose behalf it was sent
/// @param parcel the parcel it became
/// @param answer the answer, encrypted, without its receipt
/// @param answerKey the name of the key of the answer
/// @param row its place in the logbook
/// @param treeSize the tree of which its receipt speaks
/// @param receivedAt when
@SuppressWarnings("ArrayRecordComponent") // a row of a table; compared by nobody
public record MessageRow(
    MessageKey key,
    byte[] digest,
    UUID transaction,
    Oin sender,
    Optional<UUID> parcel,
    byte[] answer,
    String answerKey,
    long row,
    long treeSize,
    Instant receivedAt) {}
