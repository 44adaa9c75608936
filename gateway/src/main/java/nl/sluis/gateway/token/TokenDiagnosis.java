package nl.sluis.gateway.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Peer;
import org.jspecify.annotations.Nullable;

/// Says at which step a token is refused, after [AccessTokenCheck] has judged it.
///
/// It lets nobody in: it only explains a refusal, to the one whose token it is. Thread-safe.
public final class TokenDiagnosis {
  private static final String SCHEME = "Bearer ";
  private static final int MAX_TOKEN = 2048;
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final AccessTokenCheck check;
  private final SigningKeys<ECKey> keys;
  private final String issuer;

  /// @param check which judges
  /// @param keys with which Sluis signs tokens
  /// @param issuer how Sluis names itself, as issuer and as audience
  public TokenDiagnosis(AccessTokenCheck check, SigningKeys<ECKey> keys, String issuer) {
    this.check = check;
    this.keys = keys;
    this.issuer = issuer;
  }

  /// The first step at which this token is refused; empty when it is good.
  ///
  /// @param authorization the one Authorization header; null when there was none, or more than one
  /// @param peer whose certificate brought it
  public Optional<TokenStep> refusedAt(@Nullable String authorization, Peer peer, Instant now) {
    try {
      var _ = check.check(authorization, peer, now);
      return Optional.empty();
    } catch (TokenFault fault) {
      return Optional.of(step(fault, authorization, peer, now));
    }
  }

  private TokenStep step(TokenFault fault, @Nullable String authorization, Peer peer, Instant now) {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      return TokenStep.NONE;
    }
    if (fault.reason() == TokenFault.Cause.EXPIRED_TOKEN) {
      return TokenStep.EXPIRED;
    }
    if (fault.reason() == TokenFault.Cause.OTHER_CERTIFICATE) {
      return TokenStep.BINDING;
    }
    if (fault.reason() == TokenFault.Cause.SUSPENDED) {
      return TokenStep.SUSPENDED;
    }
    return check.isPartner(peer.oin())
        ? spoilt(authorization.substring(SCHEME.length()), now)
        : TokenStep.PARTNER;
  }

  private TokenStep spoilt(String token, Instant now) {
    CompactJws jws;
    try {
      jws = CompactJws.parse(token, MAX_TOKEN);
    } catch (JwsFault _) {
      return TokenStep.SHAPE;
    }
    if (!jws.typ().equals(TokenMint.TYP.getType())) {
      return TokenStep.SHAPE;
    }
    var key = keys.open().stream().filter(k -> jws.kid().equals(k.getKeyID())).findFirst();
    if (key.isEmpty()) {
      return TokenStep.KEY;
    }
    try {
      jws.verifyWith(
          new ECKey.Builder(key.get().toPublicJWK()).algorithm(JWSAlgorithm.ES256).build());
    } catch (JwsFault _) {
      return TokenStep.SIGNATURE;
    }
    return ofClaims(jws, now);
  }

  private TokenStep ofClaims(CompactJws jws, Instant now) {
    var audience = jws.payload().path("aud");
    var named = audience.isArray() ? audience.path(0).asText() : audience.asText();
    if (!issuer.equals(jws.payload().path("iss").asText()) || !issuer.equals(named)) {
      return TokenStep.ADDRESS;
    }
    try {
      return Instant.ofEpochSecond(jws.seconds("iat")).isAfter(now.plus(SKEW))
          ? TokenStep.EARLY
          : TokenStep.OTHER;
    } catch (JwsFault _) {
      return TokenStep.OTHER;
    }
  }
}
