package nl.sluis.gateway.aanmelding;

import static nl.sluis.gateway.aanmelding.LoginFault.Cause.ONGELDIG;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Opens a token of the provider, if one of its keys signed it. May be shared between threads.
final class SignedByProvider {
  /// ES256 and PS256, and RS256 because every provider must be able to (OpenID Connect Core 15.1).
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256, JWSAlgorithm.RS256);

  private static final int MAX_TOKEN = 16 * 1024;

  private final Provider provider;

  SignedByProvider(Provider provider) {
    this.provider = provider;
  }

  /// What it says; that it is meant for us and counts now is not looked at yet.
  ///
  /// @param type what it may be called in its header, besides nothing
  JWTClaimsSet claims(String token, JOSEObjectType type, Instant now) throws LoginFault {
    if (token.length() > MAX_TOKEN) {
      throw new LoginFault(ONGELDIG, "a token that is too long");
    }
    try {
      var processor = new DefaultJWTProcessor<SecurityContext>();
      processor.setJWSTypeVerifier(
          new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, type, null));
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(ALGORITHMS, new Keys(provider, now)));
      // Time is judged by who asks, on the clock of Sluis.
      processor.setJWTClaimsSetVerifier((_, _) -> {});
      return processor.process(token, null);
    } catch (KeySourceException e) {
      throw e.getCause() instanceof LoginFault fault ? fault : new LoginFault(ONGELDIG, "no key");
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new LoginFault(ONGELDIG, "a token: " + e.getClass().getSimpleName());
    }
  }

  /// The keys of the provider at this instant.
  private record Keys(Provider provider, Instant now) implements JWKSource<SecurityContext> {
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context)
        throws KeySourceException {
      try {
        return provider.keys(selector, now);
      } catch (LoginFault fault) {
        throw new KeySourceException("the keys are not there", fault);
      }
    }
  }
}
