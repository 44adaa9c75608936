package nl.sluis.gateway.taak;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// Something that must be done.
///
/// @param kind what
/// @param organisation by whom
/// @param subject the child it concerns, if it concerns one
/// @param about the consent, parcel, talk or measure it is about
/// @param due when it is late
public record Task(
    TaskKind kind, Oin organisation, Optional<UUID> subject, UUID about, Instant due) {
  /// The same with less time; more it never gets.
  Task notAfter(Instant day) {
    return day.isBefore(due) ? new Task(kind, organisation, subject, about, day) : this;
  }
}
