package nl.sluis.gateway.acuut;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A report of acute danger that stands in the logbook, and how far it came.
///
/// @param transaction our identifier of the exchange
/// @param parcel in which it is handed over
/// @param subject the child, when the reference was known
/// @param received when it came in, which may be before it could be logged
/// @param delivered when the receiver's system took it
/// @param confirmed when a person there took it
/// @param crossed under which number of FSC it came in or was handed over, if it was under one
public record Report(
    UUID transaction,
    UUID parcel,
    PartyRole from,
    PartyRole to,
    Purpose purpose,
    Optional<UUID> subject,
    Instant received,
    Optional<Instant> delivered,
    Optional<Instant> confirmed,
    Optional<UUID> crossed) {
  /// How long a person at the receiver may take before the sender is told to phone (design 10.16).
  public static final Duration PATIENCE = Duration.ofMinutes(15);

  /// How long the sender has for the whole record (domain 3.6).
  public static final Duration AFTERWARDS = Duration.ofHours(24);

  /// Should the sender phone, because nobody there is known to have read it?
  public boolean isLate(Instant now) {
    return confirmed.isEmpty() && !now.isBefore(received.plus(PATIENCE));
  }
}
