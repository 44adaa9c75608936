package nl.sluis.gateway.aanmelding;

import static nl.sluis.gateway.aanmelding.LoginFault.Cause.ONGELDIG;
import static nl.sluis.gateway.aanmelding.LoginFault.Cause.TE_LICHT;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.subject.SubjectReference;
import org.jspecify.annotations.Nullable;

/// Decides whether an ID token says, surely enough, now and to this browser, who somebody is
/// (OpenID Connect Core 3.1.3.7).
///
/// The number in it becomes its keyed forms here and goes no further. Thread-safe.
final class IdTokenCheck {
  /// How far two clocks may differ.
  static final Duration SKEW = Duration.ofMinutes(1);

  private static final int LONGEST = 255;
  private static final Pattern DOT = Pattern.compile("\\.");

  /// A token is used at once; one that was made longer ago was kept by somebody.
  private static final Duration OLDEST = Duration.ofMinutes(5);

  private final ProviderLine line;
  private final SignedByProvider signed;

  IdTokenCheck(ProviderLine line, SignedByProvider signed) {
    this.line = line;
    this.signed = signed;
  }

  /// Who this is.
  ///
  /// @param sure what was checked before
  /// @param references keys the number in it
  Proven who(Sure sure, SubjectReference references) throws LoginFault {
    var claims = sure.claims();
    var number =
        references
            .number(text(claims, line.claim()))
            .orElseThrow(() -> new LoginFault(ONGELDIG, "an ID token without a number"));
    return new Proven(
        new SignedIn(number.place(), number.own(), sure.level()),
        text(claims, "sub"),
        Optional.of(text(claims, "sid")).filter(sid -> !sid.isEmpty()));
  }

  /// What an ID token says that is for us, of now, for this attempt and sure enough.
  record Sure(JWTClaimsSet claims, SignedIn.Level level) {}

  /// What an ID token says, before it is asked whose number is in it.
  ///
  /// @param begun when the attempt was begun; whoever logged in before that did so for another
  Sure sure(String token, Attempt attempt, Instant begun, Instant now) throws LoginFault {
    var claims = signed.claims(token, JOSEObjectType.JWT, now);
    isForUs(claims);
    isNow(claims, begun, now);
    if (!isSame(attempt.nonce(), text(claims, "nonce"))) {
      throw new LoginFault(ONGELDIG, "an ID token for another attempt");
    }
    if (text(claims, "sub").isEmpty()) {
      throw new LoginFault(ONGELDIG, "an ID token about nobody");
    }
    var level = line.levels().get(text(claims, "acr"));
    if (level == null) {
      throw new LoginFault(TE_LICHT, "the level is not enough");
    }
    return new Sure(claims, level);
  }

  private void isForUs(JWTClaimsSet claims) throws LoginFault {
    var party = claims.getClaim("azp");
    if (!line.issuer().equals(claims.getIssuer())
        || !claims.getAudience().equals(List.of(line.client()))
        || (party != null && !line.client().equals(party))) {
      throw new LoginFault(ONGELDIG, "an ID token of or for another");
    }
  }

  private static void isNow(JWTClaimsSet claims, Instant begun, Instant now) throws LoginFault {
    var issued = instant(claims.getIssueTime());
    var expires = instant(claims.getExpirationTime());
    var loggedIn = seconds(claims.getClaim("auth_time"));
    if (issued == null || expires == null || loggedIn == null) {
      throw new LoginFault(ONGELDIG, "an ID token without its times");
    }
    if (issued.isAfter(now.plus(SKEW))
        || issued.isBefore(now.minus(OLDEST))
        || !now.isBefore(expires)) {
      throw new LoginFault(ONGELDIG, "an ID token that does not count now");
    }
    if (loggedIn.isBefore(begun.minus(SKEW)) || loggedIn.isAfter(now.plus(SKEW))) {
      throw new LoginFault(ONGELDIG, "a login for another attempt");
    }
  }

  static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  static String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? text : "";
  }

  /// Can this be the word by which an organisation points at somebody?
  static boolean isWord(String word) {
    return !word.isEmpty()
        && word.length() <= LONGEST
        && word.chars().noneMatch(Character::isISOControl);
  }

  /// The words in a list, such as roles.
  ///
  /// @param path a dot leads into a claim within a claim
  static List<String> texts(JWTClaimsSet claims, String path) {
    @Nullable Object found = claims.getClaims();
    for (var step : DOT.splitAsStream(path).toList()) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found instanceof List<?> said
        ? said.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }

  static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  private static @Nullable Instant seconds(@Nullable Object claim) {
    return claim instanceof Number number ? Instant.ofEpochSecond(number.longValue()) : null;
  }
}
