package nl.sluis.gateway.nacontrole;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What the receiver of an unjustified report is told (AVG 19).
///
/// @param transaction the exchange
/// @param to who received it
/// @param from who sent it
/// @param subject the child, when the reference was known; the receiver is not told
/// @param jws what Sluis signed
/// @param due before when the receiver says what it did
public record Correction(
    UUID transaction,
    PartyRole to,
    Oin from,
    Optional<UUID> subject,
    Purpose purpose,
    String jws,
    Instant madeAt,
    Instant due) {
  /// What a receiver may say that it did.
  public static final List<String> ANSWERS = List.of("gerectificeerd", "gewist", "aangetekend");
}
