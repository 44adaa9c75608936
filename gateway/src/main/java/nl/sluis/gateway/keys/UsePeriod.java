package nl.sluis.gateway.keys;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;
import java.util.Optional;

/// One key of Sluis, and when it counts for new things.
///
/// @param number the first key for a use is 1
/// @param key the public half, with its thumbprint (RFC 7638) as `kid`
/// @param since from when on it signs; the key before signs until then
/// @param until from when on nothing new may be signed by it or name it; empty while it may
public record UsePeriod(int number, JWK key, Instant since, Optional<Instant> until) {}
