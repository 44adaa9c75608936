package nl.sluis.gateway.peer;

import com.nimbusds.jose.jwk.JWK;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// What Sluis registered of one organisation: its name, its keys, and where it can be reached.
///
/// Its roles are not here: those are in the convenant. Immutable; may be shared between threads.
///
/// @param oin the organisation
/// @param name its name
/// @param keys the public keys with which it signs, by kid
/// @param pushEndpoint where acute reports are delivered, if it has such an address
/// @param delivery how parcels come to it
public record Partner(
    Oin oin, String name, Map<String, JWK> keys, Optional<URI> pushEndpoint, Delivery delivery) {

  /// @param keys the public keys with which it signs, by kid
  public Partner {
    keys = Map.copyOf(keys);
  }

  /// The partner that a description says, in the words of a partner file.
  ///
  /// @throws IllegalArgumentException naming what is wrong in it
  public static Partner described(String json) {
    return PartnerFile.parse(json);
  }

  /// The same key, when an organisation may sign with it.
  ///
  /// @throws IllegalArgumentException when it is a private one, weak, or without algorithm
  public static JWK signing(JWK key) {
    return PartnerFile.accepted(key);
  }

  /// The same partner with these keys.
  Partner withKeys(Map<String, JWK> others) {
    return new Partner(oin, name, others, pushEndpoint, delivery);
  }

  /// The key with this name, when it is in force at this instant.
  public Optional<JWK> key(String kid, Instant now) {
    return Optional.ofNullable(keys.get(kid)).filter(k -> isInForce(k, now));
  }

  private static boolean isInForce(JWK key, Instant now) {
    return !isAfter(key.getNotBeforeTime(), now) && !isBeforeOrAt(key.getExpirationTime(), now);
  }

  private static boolean isAfter(@Nullable Date date, Instant now) {
    return date != null && date.toInstant().isAfter(now);
  }

  private static boolean isBeforeOrAt(@Nullable Date date, Instant now) {
    return date != null && !date.toInstant().isAfter(now);
  }
}
