package nl.sluis.gateway.aanmelding;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What Sluis uses of what a provider says of itself (OpenID Connect Discovery 1.0, 3). Immutable.
///
/// @param authorization where browsers go to log in
/// @param token where a code is exchanged
/// @param keys where its keys are
/// @param endSession where browsers go to log out; empty when that cannot be
/// @param namesItself whether it says its own name with every answer (RFC 9207)
record Metadata(
    URI authorization, URI token, URI keys, Optional<URI> endSession, boolean namesItself) {

  /// Reads it, and refuses a provider that cannot do what Sluis needs.
  ///
  /// @throws IllegalArgumentException naming what is wrong, and nothing that came from outside
  static Metadata read(String json, String issuer) {
    try {
      var told = OIDCProviderMetadata.parse(json);
      require(told.getIssuer().getValue().equals(issuer), "another issuer");
      require(has(told.getResponseTypes(), ResponseType.CODE), "no authorization code");
      require(has(told.getCodeChallengeMethods(), CodeChallengeMethod.S256), "no PKCE with S256");
      require(
          has(told.getTokenEndpointAuthMethods(), ClientAuthenticationMethod.PRIVATE_KEY_JWT),
          "no private_key_jwt");
      var algorithms = told.getTokenEndpointJWSAlgs();
      require(algorithms == null || algorithms.contains(JWSAlgorithm.ES256), "no ES256");
      return new Metadata(
          https(told.getAuthorizationEndpointURI()),
          https(told.getTokenEndpointURI()),
          https(told.getJWKSetURI()),
          Optional.ofNullable(told.getEndSessionEndpointURI()).map(Metadata::https),
          told.supportsAuthorizationResponseIssuerParam());
    } catch (ParseException _) {
      throw new IllegalArgumentException("this is no metadata of a provider");
    }
  }

  private static <T> boolean has(@Nullable List<T> told, T wanted) {
    return told != null && told.contains(wanted);
  }

  private static URI https(@Nullable URI address) {
    require(address != null && "https".equals(address.getScheme()), "an address without TLS");
    return Objects.requireNonNull(address);
  }

  private static void require(boolean good, String fault) {
    if (!good) {
      throw new IllegalArgumentException("the provider has " + fault);
    }
  }
}
