package nl.sluis.gateway.aflevering;

import java.util.UUID;

/// That one gateway is on its way with a parcel, until its time is over.
///
/// @param parcel which
/// @param grip the how-many-th that took it; a later one makes this worth nothing
/// @param attempts how often it was tried before without success
record Claim(UUID parcel, long grip, int attempts) {}
