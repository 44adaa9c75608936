package nl.sluis.gateway.person;

import static nl.sluis.gateway.person.SignInFault.Cause.AANMELDING_ONGELDIG;
import static nl.sluis.gateway.person.SignInFault.Cause.AANMELDING_TE_LICHT;
import static nl.sluis.gateway.person.SignInFault.Cause.NIET_AANGEMELD;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import nl.sluis.gateway.subject.SubjectReference;
import org.jspecify.annotations.Nullable;

/// Decides whether the token of a request says, surely enough and now, who somebody is.
///
/// The token is a JWT of the sign-in service of the operator (OpenID Connect; a broker for DigiD),
/// for Sluis, signed with ES256 or PS256 by a key in a file of the operator. It lives a quarter of
/// an hour at most. Nothing is fetched at run time. Thread-safe; the file is read at every check,
/// so that a key that is taken out opens nothing any more.
public final class PersonCheck {
  private static final String SCHEME = "Bearer ";
  private static final int MAX_TOKEN = 4096;
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final Duration SKEW = Duration.ofSeconds(60);

  private final Service service;
  private final SubjectReference references;

  /// The sign-in service.
  ///
  /// @param issuer its name
  /// @param audience how it names Sluis
  /// @param keys the file of its public keys, a JWK set
  /// @param claim the claim with the BSN
  public record Service(String issuer, String audience, Path keys, String claim) {}

  /// @param references turns the number into its keyed forms
  public PersonCheck(Service service, SubjectReference references) {
    this.service = service;
    this.references = references;
  }

  /// Who this is.
  ///
  /// @param authorization the values of the Authorization header
  /// @throws SignInFault when it is not sure
  public SignedIn check(List<String> authorization, Instant now) throws SignInFault {
    if (authorization.size() != 1 || !authorization.getFirst().startsWith(SCHEME)) {
      throw new SignInFault(NIET_AANGEMELD, "no bearer token");
    }
    var claims = claims(authorization.getFirst().substring(SCHEME.length()));
    isNow(claims, now);
    var level = level(claims);
    var number =
        references
            .number(text(claims, service.claim()))
            .orElseThrow(() -> new SignInFault(AANMELDING_ONGELDIG, "no number in it"));
    return new SignedIn(number.place(), number.own(), level);
  }

  private JWTClaimsSet claims(String token) throws SignInFault {
    if (token.length() > MAX_TOKEN) {
      throw new SignInFault(AANMELDING_ONGELDIG, "too long");
    }
    try {
      var processor = new DefaultJWTProcessor<SecurityContext>();
      var keys = new ImmutableJWKSet<SecurityContext>(JWKSet.load(service.keys().toFile()));
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.ES256, JWSAlgorithm.PS256), keys));
      // Time is judged below, on the clock of the caller.
      processor.setJWTClaimsSetVerifier((_, _) -> {});
      return processor.process(token, null);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      throw new SignInFault(AANMELDING_ONGELDIG, e.getClass().getSimpleName());
    } catch (IOException _) {
      throw new SignInFault(AANMELDING_ONGELDIG, "the keys of the service cannot be read");
    }
  }

  private void isNow(JWTClaimsSet claims, Instant now) throws SignInFault {
    var issued = instant(claims.getIssueTime());
    var expires = instant(claims.getExpirationTime());
    if (!service.issuer().equals(claims.getIssuer())
        || !claims.getAudience().equals(List.of(service.audience()))
        || issued == null
        || expires == null) {
      throw new SignInFault(AANMELDING_ONGELDIG, "not of this service for us");
    }
    if (issued.isAfter(now.plus(SKEW))
        || !now.isBefore(expires)
        || expires.isAfter(issued.plus(LIFE))) {
      throw new SignInFault(AANMELDING_ONGELDIG, "not now, or for too long");
    }
  }

  private static SignedIn.Level level(JWTClaimsSet claims) throws SignInFault {
    var acr = text(claims, "acr");
    return Arrays.stream(SignedIn.Level.values())
        .filter(level -> level.acr().equals(acr))
        .findFirst()
        .orElseThrow(() -> new SignInFault(AANMELDING_TE_LICHT, "the level is not enough"));
  }

  private static String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? text : "";
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
