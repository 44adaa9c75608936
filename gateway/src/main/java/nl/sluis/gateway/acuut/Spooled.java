package nl.sluis.gateway.acuut;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// A report that waits outside the database until it can be entered in the logbook.
///
/// @param number its place in the order in which reports came
/// @param transaction our identifier of the exchange, which the sender was told
/// @param caller whose certificate brought it
/// @param received when
/// @param message the sender's bytes
/// @param digest SHA-256 of the signed file
/// @param delivered when the receiver took it; empty when it has not yet
/// @param file where it is
@SuppressWarnings("ArrayRecordComponent") // bytes from a file; compared by nobody
public record Spooled(
    long number,
    UUID transaction,
    Oin caller,
    Instant received,
    byte[] message,
    byte[] digest,
    Optional<Instant> delivered,
    Path file) {
  /// What the logbook is told of it.
  public Outage outage() {
    return Outage.of(this);
  }

  Spooled deliveredAt(Instant at) {
    return new Spooled(
        number, transaction, caller, received, message, digest, Optional.of(at), file);
  }

  /// Tells which, never what is in it.
  @Override
  public String toString() {
    return "Spooled[" + number + " " + transaction + "]";
  }
}
