package nl.sluis.gateway.ondertekening;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// Somebody who may sign for an organisation, with that by which this is known to be nobody else.
///
/// @param id ours
/// @param person the keyed word for this person at the organisation, in hexadecimal
/// @param function in which function
/// @param print of the key (RFC 7638), or of the sign-in; never of two people at one organisation
/// @param key the public key; empty for who signs in instead
/// @param from first instant
/// @param until the instant from which it is over
/// @param withdrawn when it was taken back
public record Signatory(
    UUID id,
    Oin party,
    String person,
    String function,
    String print,
    Optional<ECKey> key,
    Instant from,
    Instant until,
    Optional<Instant> withdrawn) {
  /// May something still count that was signed at one instant and is looked at in another?
  ///
  /// A key that was taken back may be in the hands of somebody else: nothing it signed counts any
  /// more.
  boolean isGood(Instant signed, Instant now) {
    return withdrawn.isEmpty() && !signed.isBefore(from) && now.isBefore(until);
  }
}
