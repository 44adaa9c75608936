package nl.sluis.gateway.peer;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;

/// The revocation lists in force at one moment, by the key that signed them.
///
/// Immutable; may be shared between threads. A new list makes a new value.
final class RevocationLists {
  static final RevocationLists NONE = new RevocationLists(Map.of());
  private static final String NUMBER = "2.5.29.20";

  /// One list that was checked, and the file or address it came from.
  record Loaded(String source, X509CRL list, Instant thisUpdate, Instant nextUpdate) {
    String issuer() {
      return list.getIssuerX500Principal().getName();
    }

    boolean isStaleAt(Instant now) {
      return now.isAfter(nextUpdate);
    }

    Duration ageAt(Instant now) {
      return Duration.between(thisUpdate, now);
    }

    /// The number in the row of lists of this authority (RFC 5280, 5.2.3); empty when it has none.
    Optional<BigInteger> number() {
      var bytes = list.getExtensionValue(NUMBER);
      if (bytes == null) {
        return Optional.empty();
      }
      try {
        var inner = ASN1OctetString.getInstance(bytes).getOctets();
        return Optional.of(ASN1Integer.getInstance(inner).getPositiveValue());
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }

    /// Where it is from, of when, until when it counts and how old it is, for our own log.
    String describeAt(Instant now) {
      return "list `%s` of `%s`, made %s, valid until %s, age %s"
          .formatted(source, issuer(), thisUpdate, nextUpdate, ageAt(now));
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
