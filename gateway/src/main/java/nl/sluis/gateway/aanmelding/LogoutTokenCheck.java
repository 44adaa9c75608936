package nl.sluis.gateway.aanmelding;

import static nl.sluis.gateway.aanmelding.LoginFault.Cause.ONGELDIG;

import com.nimbusds.jose.JOSEObjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Decides whether a logout token says, now and to us, what is over (OpenID Connect Back-Channel
/// Logout 1.0, 2.6).
///
/// Its number is not remembered: a token ends only what was begun before it was made, so that who
/// brings it again ends nothing new. Thread-safe.
final class LogoutTokenCheck {
  private static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");
  private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private final ProviderLine line;
  private final SignedByProvider signed;

  LogoutTokenCheck(ProviderLine line, SignedByProvider signed) {
    this.line = line;
    this.signed = signed;
  }

  /// What is over, and of when the word is.
  record Over(LoggedOut what, Instant at) {}

  Over check(String token, Instant now) throws LoginFault {
    var claims = signed.claims(token, TYPE, now);
    var issued = IdTokenCheck.instant(claims.getIssueTime());
    var expires = IdTokenCheck.instant(claims.getExpirationTime());
    if (!line.issuer().equals(claims.getIssuer())
        || !claims.getAudience().equals(List.of(line.client()))
        || issued == null
        || issued.isAfter(now.plus(IdTokenCheck.SKEW))
        || issued.isBefore(now.minus(OLDEST))
        || (expires != null && !now.isBefore(expires))) {
      throw new LoginFault(ONGELDIG, "a logout token of or for another, or not of now");
    }
    if (!(claims.getClaim("events") instanceof Map<?, ?> events)
        || !events.containsKey(EVENT)
        || claims.getClaim("nonce") != null
        || IdTokenCheck.text(claims, "jti").isEmpty()) {
      throw new LoginFault(ONGELDIG, "no logout token");
    }
    var session = IdTokenCheck.text(claims, "sid");
    var subject = IdTokenCheck.text(claims, "sub");
    if (session.isEmpty() && subject.isEmpty()) {
      throw new LoginFault(ONGELDIG, "a logout token about nobody");
    }
    // With both, the session is meant and no other of that person.
    return new Over(
        session.isEmpty() ? new LoggedOut.Person(subject) : new LoggedOut.Session(session), issued);
  }
}
