package nl.sluis.gateway.aanmelding;

import static nl.sluis.gateway.aanmelding.LoginFault.Cause.NIET_BEREIKBAAR;
import static nl.sluis.gateway.aanmelding.LoginFault.Cause.ONGELDIG;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import nl.sluis.gateway.keys.SigningKeys;

/// Exchanges a code for an ID token, as the client that Sluis is (RFC 6749 4.1.3, RFC 7523).
///
/// The access token that comes along is not used and not kept. Thread-safe.
final class CodeExchange {
  private static final Duration LIFE = Duration.ofMinutes(1);

  private final ProviderLine line;
  private final ProviderCalls calls;
  private final SigningKeys<ECKey> keys;

  /// @param keys with which Sluis makes itself known there
  CodeExchange(ProviderLine line, ProviderCalls calls, SigningKeys<ECKey> keys) {
    this.line = line;
    this.calls = calls;
    this.keys = keys;
  }

  /// The ID token; nothing about it was checked.
  String token(Metadata metadata, AuthorizationCode code, Attempt attempt, Instant now)
      throws LoginFault {
    var grant =
        new AuthorizationCodeGrant(
            code, line.own(ProviderLine.RETURN), new CodeVerifier(attempt.verifier()));
    var request = new TokenRequest.Builder(metadata.token(), assertion(now), grant).build();
    var told = calls.post(metadata.token(), request.toHTTPRequest().getBody());
    if (told.status() >= 500) {
      throw new LoginFault(NIET_BEREIKBAAR, "status " + told.status() + " for a code");
    }
    if (told.status() != 200) {
      throw new LoginFault(ONGELDIG, "status " + told.status() + " for a code");
    }
    try {
      return OIDCTokenResponse.parse(JSONObjectUtils.parse(told.body()))
          .getOIDCTokens()
          .getIDTokenString();
    } catch (ParseException _) {
      throw new LoginFault(ONGELDIG, "no tokens for a code");
    }
  }

  /// Meant for the provider by its name and nothing else, so that no other can use it.
  private PrivateKeyJWT assertion(Instant now) {
    var claims =
        new JWTAuthenticationClaimsSet(
            new ClientID(line.client()),
            List.of(new Audience(line.issuer())),
            Date.from(now.plus(LIFE)),
            Date.from(now),
            Date.from(now),
            new JWTID());
    var key = keys.current();
    try {
      return new PrivateKeyJWT(
          claims, JWSAlgorithm.ES256, key.toPrivateKey(), key.getKeyID(), null);
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of ours signs", e);
    }
  }
}
