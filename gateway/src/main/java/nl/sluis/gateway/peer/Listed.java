package nl.sluis.gateway.peer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What all gateways know together of one organisation, beside what a file on one of them says.
///
/// Immutable; may be shared between threads.
///
/// @param standing how Sluis stands to it; for who is known from a file only, [Standing#TOEGELATEN]
/// @param description who it is, in the words of a partner file; empty when only a file says so
/// @param added the keys that it announced itself, each with the day from which it counts
/// @param ends when a key ends that another took the place of, by `kid`
/// @param withdrawn the thumbprints (RFC 7638) of keys that never count again, under no name
/// @param lastWithdrawal when the last of these was withdrawn; [Instant#MIN] when none was
public record Listed(
    Standing standing,
    Optional<String> description,
    List<JWK> added,
    Map<String, Instant> ends,
    Set<String> withdrawn,
    Instant lastWithdrawal) {
  /// Copies its parts.
  public Listed {
    added = List.copyOf(added);
    ends = Map.copyOf(ends);
    withdrawn = Set.copyOf(withdrawn);
  }

  /// The partner as it counts now; empty when it is none.
  ///
  /// @param inFile what a file says, which counts as long as nobody admitted it otherwise
  public Optional<Partner> partner(Optional<Partner> inFile) {
    return standing == Standing.VERWIJDERD
        ? Optional.empty()
        : description.map(Partner::described).or(() -> inFile).map(this::withWhatItAnnounced);
  }

  private Partner withWhatItAnnounced(Partner partner) {
    var keys = new HashMap<>(partner.keys());
    added.forEach(key -> keys.putIfAbsent(key.getKeyID(), key));
    keys.values().removeIf(key -> withdrawn.contains(thumbprint(key)));
    keys.replaceAll((kid, key) -> ending(key, ends.get(kid)));
    return partner.withKeys(keys);
  }

  /// By which a key is known whatever it is called (RFC 7638).
  public static String thumbprint(JWK key) {
    try {
      return key.computeThumbprint().toString();
    } catch (JOSEException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  private static JWK ending(JWK key, @Nullable Instant end) {
    var own = key.getExpirationTime();
    if (end == null || (own != null && !own.toInstant().isAfter(end))) {
      return key;
    }
    return switch (key) {
      case ECKey ec -> new ECKey.Builder(ec).expirationTime(Date.from(end)).build();
      case RSAKey rsa -> new RSAKey.Builder(rsa).expirationTime(Date.from(end)).build();
      default -> throw new IllegalStateException("a key was checked before it was stored");
    };
  }
}
