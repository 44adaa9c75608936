package nl.sluis.gateway.logbook;

import java.util.Optional;
import java.util.UUID;

/// One row as it is stored.
///
/// @param leaf what the tree holds: commitments only
/// @param leafHash the hash of the leaf, part of what is authenticated with the details
/// @param keyId `betrokkene`, or the name of the register key; never names a person
/// @param detail the sealed details
/// @param subject goes to the table of its own that may be emptied
@SuppressWarnings("ArrayRecordComponent") // carried to one SQL statement, never compared
record SealedRow(
    byte[] leaf, byte[] leafHash, String keyId, byte[] detail, Optional<UUID> subject) {
  /// The key id of every row about a person: which person is known to `logbook_subject` only.
  static final String SUBJECT_KEY = "betrokkene";
}
