package nl.sluis.gateway.aansluiting;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import nl.sluis.gateway.message.SenderKeys;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.SignedStatement;
import nl.sluis.policies.terms.Oin;

/// A new signing key that a partner announced, by a statement signed with a key that counts now.
///
/// Immutable; may be shared between threads.
///
/// @param owner whose key it is
/// @param key the public key, which counts from its `nbf`
/// @param replaces the name of the key whose place it takes
/// @param overlapEnds until when that one counts beside it, at least: it ends only after the new
///   one worked (lessons 22)
/// @param text what was signed, byte for byte
public record Announced(Oin owner, JWK key, String replaces, Instant overlapEnds, String text) {
  /// The `typ` in the header.
  public static final String TYP = "sluis-ondertekensleutel+jwt";

  private static final Set<String> CLAIMS =
      Set.of("iss", "jti", "sleutel", "geldigVanaf", "vervangt", "vervangtTot", "bezit");
  private static final Set<String> PROOF_CLAIMS = Set.of("iss", "jti", "kid");
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final Duration FURTHEST = Duration.ofDays(90);
  private static final Duration SHORTEST = Duration.ofHours(1);

  /// Reads and checks a statement; whether the key is somebody else's, the caller must see.
  ///
  /// @param keys the registered keys of partners
  /// @throws JwsFault when it is not in form, not signed with a key that counts now, does not show
  ///   that the new one is there, or leaves no overlap
  public static Announced read(String text, SenderKeys keys, Instant now) throws JwsFault {
    var said = SignedStatement.verify(text, TYP, CLAIMS, keys);
    var key = key(said);
    var replaces = said.text("vervangt");
    if (keys.key(said.signer(), replaces).isEmpty()) {
      throw new JwsFault("`vervangt` is not the `kid` of a key of yours that counts now");
    }
    if (replaces.equals(key.getKeyID())) {
      throw new JwsFault("`vervangt` is the new key itself; choose a new `kid`");
    }
    var from = said.instant("geldigVanaf");
    var until = said.instant("vervangtTot");
    if (from.isBefore(now.minus(SKEW)) || from.isAfter(now.plus(FURTHEST))) {
      throw new JwsFault("`geldigVanaf` is not between now and 90 days from now");
    }
    if (until.isBefore(from.plus(SHORTEST)) || until.isAfter(from.plus(FURTHEST))) {
      throw new JwsFault("`vervangtTot` is not between one hour and 90 days after `geldigVanaf`");
    }
    possessed(said, key);
    return new Announced(said.signer(), counting(key, from), replaces, until, text);
  }

  private static JWK key(SignedStatement said) throws JwsFault {
    try {
      var key = Partner.signing(JWK.parse(said.value("sleutel").toString()));
      if (key.getKeyID() == null || !key.getKeyID().matches("[A-Za-z0-9._-]{1,64}")) {
        throw new JwsFault("`sleutel` has no `kid` of 1 to 64 letters, digits, `.`, `_` or `-`");
      }
      if (key.getNotBeforeTime() != null || key.getExpirationTime() != null) {
        throw new JwsFault("`sleutel` has `nbf` or `exp`; say so in `geldigVanaf`");
      }
      return key;
    } catch (ParseException | IllegalArgumentException _) {
      throw new JwsFault(
          "`sleutel` is not a public key for ES256 on P-256, or PS256 of 2048 bits and more");
    }
  }

  private static void possessed(SignedStatement said, JWK key) throws JwsFault {
    var proof =
        SignedStatement.verify(
            said.text("bezit"),
            Application.PROOF_TYP,
            PROOF_CLAIMS,
            (oin, kid) ->
                oin.equals(said.signer()) && kid.equals(key.getKeyID())
                    ? Optional.of(key)
                    : Optional.empty());
    if (!proof.jti().equals(said.jti()) || !proof.text("kid").equals(key.getKeyID())) {
      throw new JwsFault("`bezit` belongs to another statement");
    }
  }

  private static JWK counting(JWK key, Instant from) {
    return switch (key) {
      case ECKey ec -> new ECKey.Builder(ec).notBeforeTime(Date.from(from)).build();
      case RSAKey rsa -> new RSAKey.Builder(rsa).notBeforeTime(Date.from(from)).build();
      default -> throw new IllegalStateException("another kind was refused");
    };
  }

  /// From when it counts.
  public Instant from() {
    return key.getNotBeforeTime().toInstant();
  }
}
