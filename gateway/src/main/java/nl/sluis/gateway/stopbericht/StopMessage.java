package nl.sluis.gateway.stopbericht;

import java.time.Instant;
import java.util.UUID;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A message to one receiver that what it got under one consent may not be used any more.
///
/// @param id its identifier, and the `jti` of what Sluis signed
/// @param consent the consent that stopped; the receiver is not told which
/// @param receiver who got something under it
/// @param purpose what for
/// @param jws what Sluis signed
/// @param madeAt when; the instant of the stop
/// @param dueAt before when the receiver says what it did
public record StopMessage(
    UUID id,
    UUID consent,
    PartyRole receiver,
    Purpose purpose,
    String jws,
    Instant madeAt,
    Instant dueAt) {}
