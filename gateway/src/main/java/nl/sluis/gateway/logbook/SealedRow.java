package nl.sluis.gateway.logbook;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One row as it is stored.
///
/// @param leaf what the tree holds: commitments only
/// @param leafHash the hash of the leaf, part of what is authenticated with the details
/// @param keyId from [RowKeys]: the month in which it ends, and whether it is about a person; never
///   about whom
/// @param detail the sealed details
/// @param subject goes to the table of its own that may be emptied
/// @param parties from [Parties]: goes to a table of its own likewise
@SuppressWarnings("ArrayRecordComponent") // carried to one SQL statement, never compared
record SealedRow(
    byte[] leaf,
    byte[] leafHash,
    String keyId,
    byte[] detail,
    Optional<UUID> subject,
    Set<Long> parties) {}
