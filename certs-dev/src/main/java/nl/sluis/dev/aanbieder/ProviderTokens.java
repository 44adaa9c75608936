package nl.sluis.dev.aanbieder;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.sluis.gateway.keys.SigningKeys;

/// What the provider signs, and for whom: it checks `private_key_jwt`, PKCE and that a code comes
/// once, as a real one does. Thread-safe.
final class ProviderTokens {
  private static final String CLAIM = "urn:nl-eid-gdi:1.0:id:BSN";
  private static final String EMPLOYEE = "medewerker";
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final Duration CODE = Duration.ofMinutes(1);

  private final String issuer;
  private final String client;
  private final SigningKeys<ECKey> known;
  private final TestPeople people;
  private final InstantSource clock;
  private final Map<String, Granted> codes = new ConcurrentHashMap<>();
  private final Map<String, String> subjects = new ConcurrentHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private volatile ECKey key = newKey();
  private volatile Mishap next = Mishap.NONE;

  /// What a code stands for.
  private record Granted(
      AuthenticationRequest asked, String number, String level, String session, Instant at) {}

  /// @param known the keys of the one client, of which an assertion names one
  /// @param people whose roles it knows
  ProviderTokens(
      String issuer,
      String client,
      SigningKeys<ECKey> known,
      InstantSource clock,
      TestPeople people) {
    this.people = people;
    this.issuer = issuer;
    this.client = client;
    this.known = known;
    this.clock = clock;
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("P-256 is part of every JDK", e);
    }
  }

  ECKey key() {
    return key;
  }

  /// Signs with another key from now on.
  void changeKey() {
    key = newKey();
  }

  /// Goes wrong so, once.
  void next(Mishap mishap) {
    next = mishap;
  }

  /// Lets somebody in.
  ///
  /// @return the code that the browser takes along
  AuthorizationCode grant(
      AuthenticationRequest asked, String number, String level, String session) {
    var code = new AuthorizationCode();
    codes.put(code.getValue(), new Granted(asked, number, level, session, clock.instant()));
    subjects.put(session, subject(number));
    return code;
  }

  /// The tokens for a code; empty when it is refused, without a word about why.
  Optional<String> tokens(TokenRequest request) {
    if (!(request.getAuthorizationGrant() instanceof AuthorizationCodeGrant grant)
        || !(request.getClientAuthentication() instanceof PrivateKeyJWT assertion)
        || !isTheClient(assertion)) {
      return Optional.empty();
    }
    var granted = codes.remove(grant.getAuthorizationCode().getValue());
    if (granted == null
        || !clock.instant().isBefore(granted.at().plus(CODE))
        || grant.getCodeVerifier() == null
        || !CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier())
            .equals(granted.asked().getCodeChallenge())
        || !granted.asked().getRedirectionURI().equals(grant.getRedirectionURI())) {
      return Optional.empty();
    }
    var mishap = next;
    next = Mishap.NONE;
    var token = mishap.token(idToken(granted), key);
    return Optional.of(
        new OIDCTokenResponse(new OIDCTokens(token, new BearerAccessToken(), null))
            .toJSONObject()
            .toString());
  }

  /// RFC 7523, 3: its own key, for us by name, now, once.
  private boolean isTheClient(PrivateKeyJWT said) {
    try {
      var assertion = said.getClientAssertion();
      var claims = assertion.getJWTClaimsSet();
      var now = clock.instant();
      var expires = claims.getExpirationTime().toInstant();
      known.lookAgain();
      var named =
          known.open().stream()
              .filter(one -> one.getKeyID().equals(assertion.getHeader().getKeyID()))
              .findFirst();
      synchronized (seen) {
        return named.isPresent()
            && assertion.getHeader().getAlgorithm().equals(JWSAlgorithm.ES256)
            && assertion.verify(new ECDSAVerifier(named.get().toECPublicKey()))
            && claims.getIssuer().equals(client)
            && claims.getSubject().equals(client)
            && claims.getAudience().equals(List.of(issuer))
            && now.isBefore(expires)
            && expires.isBefore(now.plus(LIFE))
            && seen.add(claims.getJWTID());
      }
    } catch (JOSEException | ParseException _) {
      return false;
    }
  }

  private JWTClaimsSet idToken(Granted granted) {
    var now = clock.instant();
    var roles = people.roles(granted.number());
    var employee = people.employee(granted.number());
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .audience(client)
        .subject(subject(granted.number()))
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)))
        .claim("nonce", granted.asked().getNonce().getValue())
        .claim("acr", granted.level())
        .claim("auth_time", granted.at().getEpochSecond())
        .claim("sid", granted.session())
        .claim(CLAIM, granted.number())
        .claim("roles", roles.isEmpty() ? null : roles)
        .claim(EMPLOYEE, employee.isEmpty() ? null : employee)
        .build();
  }

  /// Says to the client that a session here is over, or that somebody has none any more.
  String logoutToken(String session, boolean everywhere) {
    var now = clock.instant();
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(client)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .jwtID(UUID.randomUUID().toString())
            .claim("events", Map.of(EVENT, Map.of()));
    var about = everywhere ? claims.subject(subjects.get(session)) : claims.claim("sid", session);
    return Mishap.signed(
        about.build(),
        key,
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType("logout+jwt"))
            .keyID(key.getKeyID()));
  }

  /// The client hears a word of its own, never the number.
  private static String subject(String number) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest(("proef " + number).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
