package nl.sluis.gateway.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import nl.sluis.gateway.keys.KeySigner;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.peer.Peer;

/// Makes access tokens: RFC 9068 in form, bound to a certificate as RFC 8705 3.1 has it.
///
/// Thread-safe.
public final class TokenMint {
  /// How long a token is accepted.
  public static final Duration LIFE = Duration.ofMinutes(10);

  static final JOSEObjectType TYP = new JOSEObjectType("at+jwt");

  private final String issuer;
  private final String audience;
  private final KeySigner signer;
  private final SecureRandom random;

  /// @param issuer how Sluis names itself
  /// @param audience the interface for which the tokens are
  /// @param keys the private P-256 keys with which Sluis signs tokens, each with a kid
  public TokenMint(String issuer, String audience, SigningKeys<ECKey> keys, SecureRandom random) {
    this.issuer = issuer;
    this.audience = audience;
    this.random = random;
    this.signer = new KeySigner(TYP, keys);
  }

  String tokenFor(Peer peer, Instant now) {
    var id = new byte[16];
    random.nextBytes(id);
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(peer.oin().value())
            .audience(audience)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .jwtID(Base64.getUrlEncoder().withoutPadding().encodeToString(id))
            .claim("client_id", peer.oin().value())
            .claim("cnf", Map.of("x5t#S256", peer.thumbprint()))
            .build();
    return signer.sign(claims.toPayload());
  }
}
