package nl.sluis.gateway.aansluiting;

import java.time.Instant;
import nl.sluis.policies.terms.Oin;

/// That a key counts never again. Immutable.
///
/// @param owner whose key it was
/// @param kid what it was called
/// @param thumbprint by which it is known under any name (RFC 7638)
/// @param at since when
public record Withdrawal(Oin owner, String kid, String thumbprint, Instant at) {}
