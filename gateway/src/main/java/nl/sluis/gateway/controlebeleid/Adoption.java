package nl.sluis.gateway.controlebeleid;

import java.time.Instant;
import java.time.LocalDate;
import nl.sluis.policies.terms.Oin;

/// That an organisation adopted a version of a control policy. It is never taken away; a later one
/// takes its place from its own day on. Immutable.
///
/// @param by which organisation
/// @param id the name of the policy
/// @param version its version
/// @param digest the fingerprint of its text
/// @param from the first day on which it counts, never before the day on which it was signed
/// @param at when it was put on record
public record Adoption(
    Oin by, String id, String version, String digest, LocalDate from, Instant at) {}
