package nl.sluis.gateway.person;

import java.time.Instant;
import java.util.UUID;

/// Help that somebody gets at a desk: who is helped speaks, who helps writes down.
///
/// @param id of the help
/// @param by who helps
/// @param way `balie` or `telefoon`
/// @param until the first instant at which it is over
public record Assistance(UUID id, Assistant by, String way, Instant until) {}
