package nl.sluis.gateway.token;

import static nl.sluis.gateway.token.TokenFault.Cause.BAD_TOKEN;
import static nl.sluis.gateway.token.TokenFault.Cause.EXPIRED_TOKEN;
import static nl.sluis.gateway.token.TokenFault.Cause.NO_TOKEN;
import static nl.sluis.gateway.token.TokenFault.Cause.OTHER_CERTIFICATE;
import static nl.sluis.gateway.token.TokenFault.Cause.SUSPENDED;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.peer.CompactJws;
import nl.sluis.gateway.peer.JwsFault;
import nl.sluis.gateway.peer.Peer;
import nl.sluis.gateway.peer.Standing;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// Decides whether the token in a request is ours, in force, and of the certificate that brought
/// it.
///
/// Thread-safe and never waits, so both an event loop and a virtual thread may call it. Three gates
/// in a row: our own strict reading, vertx-auth-jwt, and Nimbus, which decides (RFC 9068 4, RFC
/// 8725).
public final class AccessTokenCheck {
  private static final String SCHEME = "Bearer ";
  private static final int MAX_TOKEN = 2048;
  private static final long END_OF_TIME = 253_402_300_799L;
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Set<String> REQUIRED = Set.of("exp", "iat", "sub", "jti", "cnf");

  private final Vertx vertx;
  private final String issuer;
  private final String audience;
  private final SigningKeys<ECKey> keys;
  private final Standing.Of partners;
  private final CheckedTokens checked = new CheckedTokens(10_000);
  private volatile Gates gates;

  /// What judges by these keys, and no others.
  private record Gates(
      List<ECKey> keys, JWTAuth gate, DefaultJWTProcessor<SecurityContext> decision) {}

  /// @param issuer whose tokens are accepted
  /// @param audience the one audience they must have
  /// @param keys the keys with which tokens may be signed, each with a kid; those that Sluis takes
  ///   up or lays down later count from then on
  /// @param partners says how Sluis stands to an organisation; asked at every request
  public AccessTokenCheck(
      Vertx vertx, String issuer, String audience, SigningKeys<ECKey> keys, Standing.Of partners) {
    this.vertx = vertx;
    this.issuer = issuer;
    this.audience = audience;
    this.keys = keys;
    this.partners = partners;
    this.gates = gates(keys.open());
  }

  private Gates gates(List<ECKey> open) {
    var publicKeys = new JWKSet(List.<JWK>copyOf(open)).toPublicJWKSet();
    return new Gates(
        open, gate(vertx, issuer, audience, publicKeys), decision(issuer, audience, publicKeys));
  }

  /// What judges now; what was judged by other keys is forgotten.
  @SuppressWarnings("ReferenceEquality") // the same list until a key is replaced
  private Gates current() {
    var open = keys.open();
    var now = gates;
    if (now.keys() != open) {
      now = gates(open);
      gates = now;
      checked.clear();
    }
    return now;
  }

  private static JWTAuth gate(Vertx vertx, String issuer, String audience, JWKSet keys) {
    // vertx-auth-jwt reads the system's clock, which nobody can move and no spec can trust. It
    // judges
    // algorithm, signature, issuer and audience; time is judged below, on the clock of the caller.
    var rules = new JWTOptions().setIgnoreExpiration(true).setIssuer(issuer).addAudience(audience);
    var options = new JWTAuthOptions().setJWTOptions(rules);
    for (var key : keys.getKeys()) {
      options.addJwk(new JsonObject(key.toJSONObject()).put("alg", "ES256"));
    }
    return JWTAuth.create(vertx, options);
  }

  private static DefaultJWTProcessor<SecurityContext> decision(
      String issuer, String audience, JWKSet keys) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TokenMint.TYP));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(keys)));
    processor.setJWTClaimsSetVerifier(new ClaimsWithoutTime(issuer, audience, REQUIRED));
    return processor;
  }

  /// Accepts the token of a request.
  ///
  /// @param authorization the value of the one Authorization header; null when there was none
  /// @param peer who is at the other end, checked for this request
  /// @throws TokenFault with the exact cause; only an authentic token is told more than
  ///   `token-ongeldig`
  public Authenticated check(@Nullable String authorization, Peer peer, Instant now)
      throws TokenFault {
    if (authorization == null || !authorization.startsWith(SCHEME)) {
      throw new TokenFault(NO_TOKEN, "no bearer token");
    }
    refuseUnlessAdmitted(peer);
    var judges = current();
    var token = authorization.substring(SCHEME.length());
    var id = CheckedTokens.id(token, peer.thumbprint());
    var expiry = checked.expiryOf(id);
    if (expiry == null) {
      expiry = examine(token, judges, peer, now);
      checked.remember(id, expiry, now);
    }
    if (!now.isBefore(expiry)) {
      throw new TokenFault(EXPIRED_TOKEN, "expired at " + expiry);
    }
    // It lives exactly so long, so this is when it was given; maybe on the key that was withdrawn.
    if (!expiry.minus(TokenMint.LIFE).isAfter(partners.lastWithdrawal(peer.oin()))) {
      throw new TokenFault(EXPIRED_TOKEN, "given before a key was withdrawn");
    }
    return new Authenticated(peer);
  }

  /// Lets nobody on who is no partner, or whose door is shut for now.
  private void refuseUnlessAdmitted(Peer peer) throws TokenFault {
    switch (partners.standing(peer.oin())) {
      case TOEGELATEN -> {}
      case GESCHORST -> throw new TokenFault(SUSPENDED, "`" + peer.oin() + "` is suspended");
      case VERWIJDERD -> throw new TokenFault(BAD_TOKEN, "`" + peer.oin() + "` is no partner");
    }
  }

  boolean isPartner(Oin oin) {
    return partners.standing(oin) != Standing.VERWIJDERD;
  }

  private Instant examine(String token, Gates judges, Peer peer, Instant now) throws TokenFault {
    var able = judges;
    try {
      if (isOfAnother(readStrictly(token), judges)) {
        keys.lookAgain();
        able = current();
      }
    } catch (JwsFault e) {
      throw new TokenFault(BAD_TOKEN, String.valueOf(e.getMessage()));
    }
    if (!gateOpens(token, able.gate())) {
      throw new TokenFault(BAD_TOKEN, "vertx-auth-jwt refuses");
    }
    return bound(claims(token, able.decision()), peer, now);
  }

  private static boolean isOfAnother(String kid, Gates judges) {
    return judges.keys().stream().noneMatch(key -> key.getKeyID().equals(kid));
  }

  private static String readStrictly(String token) throws JwsFault {
    var jws = CompactJws.parse(token, MAX_TOKEN);
    if (!jws.typ().equals(TokenMint.TYP.getType())) {
      throw new JwsFault("`typ` is not `at+jwt`");
    }
    if (jws.seconds("exp") > END_OF_TIME || jws.seconds("iat") > END_OF_TIME) {
      throw new JwsFault("`exp` or `iat` is beyond the year 9999");
    }
    return jws.kid();
  }

  private static boolean gateOpens(String token, JWTAuth gate) {
    try {
      // It judges in memory and answers at once. If a later version no longer did, this refuses.
      return gate.authenticate(new TokenCredentials(token)).succeeded();
    } catch (RuntimeException e) {
      // It throws on claims of another kind than it expects, such as a text for `exp`.
      return false;
    }
  }

  private static JWTClaimsSet claims(String token, DefaultJWTProcessor<SecurityContext> decision)
      throws TokenFault {
    try {
      return decision.process(token, null);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new TokenFault(BAD_TOKEN, "nimbus refuses: " + e.getMessage());
    }
  }

  private static Instant bound(JWTClaimsSet claims, Peer peer, Instant now) throws TokenFault {
    if (!thumbprintIn(claims).equals(peer.thumbprint())
        || !peer.oin().value().equals(claims.getSubject())) {
      throw new TokenFault(OTHER_CERTIFICATE, "bound to another certificate than that of " + peer);
    }
    var issued = instant(claims.getIssueTime());
    var expiry = instant(claims.getExpirationTime());
    if (issued.isAfter(now.plus(SKEW)) || expiry.isAfter(issued.plus(TokenMint.LIFE))) {
      throw new TokenFault(BAD_TOKEN, "issued in the future, or for too long");
    }
    if (claims.getNotBeforeTime() != null) {
      throw new TokenFault(BAD_TOKEN, "`nbf`, which we never write");
    }
    return expiry;
  }

  private static String thumbprintIn(JWTClaimsSet claims) {
    return claims.getClaim("cnf") instanceof Map<?, ?> cnf
            && cnf.keySet().equals(Set.of("x5t#S256"))
            && cnf.get("x5t#S256") instanceof String thumbprint
        ? thumbprint
        : "";
  }

  private static Instant instant(@Nullable Date date) {
    return date == null ? Instant.MAX : date.toInstant();
  }
}
