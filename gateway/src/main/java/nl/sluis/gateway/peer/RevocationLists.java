package nl.sluis.gateway.peer;

import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The revocation lists in force at one moment, by the key that signed them.
///
/// Immutable; may be shared between threads. A new list makes a new value.
final class RevocationLists {
  static final RevocationLists NONE = new RevocationLists(Map.of());

  /// One list that was checked, and the file it came from.
  record Loaded(String file, X509CRL list, Instant thisUpdate, Instant nextUpdate) {
    String issuer() {
      return list.getIssuerX500Principal().getName();
    }

    boolean isStaleAt(Instant now) {
      return now.isAfter(nextUpdate);
    }

    Duration ageAt(Instant now) {
      return Duration.between(thisUpdate, now);
    }
  }

  private final Map<String, Loaded> byIssuerKey;

  RevocationLists(Map<String, Loaded> byIssuerKey) {
    this.byIssuerKey = Map.copyOf(byIssuerKey);
  }

  /// A key by its bytes: the same key from two providers is not always equal as an object.
  static String nameOf(PublicKey key) {
    return HexFormat.of().formatHex(key.getEncoded());
  }

  Map<String, Loaded> byIssuerKey() {
    return byIssuerKey;
  }

  Optional<Loaded> of(X509Certificate issuer) {
    return Optional.ofNullable(byIssuerKey.get(nameOf(issuer.getPublicKey())));
  }

  List<Loaded> all() {
    return List.copyOf(byIssuerKey.values());
  }
}
