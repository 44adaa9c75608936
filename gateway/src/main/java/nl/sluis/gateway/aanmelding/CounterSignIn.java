package nl.sluis.gateway.aanmelding;

import static nl.sluis.gateway.aanmelding.LoginFault.Cause.AFGEBROKEN;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.SessionSeal;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.person.Assistant;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.policies.terms.PartyRole;
import org.jspecify.annotations.Nullable;

/// How professionals log in who help people at a desk: at the provider of their own organisation,
/// with the same care as people do, and only with a role that it gives them.
///
/// Their sessions are of another kind than those of people: no cookie of the one opens the other.
/// They are as short, and hold who it is sealed with a half that only the browser has. Thread-safe.
public final class CounterSignIn {
  /// The cookie that holds the word of a session at a desk.
  public static final String COOKIE = "__Host-sluis-loket";

  /// Under which paths a desk stands.
  public static final String PATH = "/loket";

  private static final String KEY = "loketsessie 1";
  private static final String HALF = "loketzegel 1";
  private static final String FORM = "loketformulier 1";
  private static final String SUBJECT = "medewerker-sub";
  private static final String SESSION = "medewerker-sid";
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final int LONGEST = 255;

  private final Line line;
  private final SessionTable table;
  private final SessionSeal seal;
  private final SubjectReference references;
  private final SecureRandom random;
  private final Login login;
  private final LogoutTokenCheck logouts;

  /// A desk.
  ///
  /// @param provider of the organisation; its own address ends with [#PATH], and its claim is that
  ///   of the roles, in which a dot leads into a claim within a claim
  /// @param role that somebody must have there
  /// @param desk the organisation whose desk it is, and the role in which it helps
  public record Line(ProviderLine provider, String role, PartyRole desk) {}

  /// Somebody who is logged in at a desk.
  ///
  /// @param who it is
  /// @param formToken a random word of this session, that only its own pages know
  public record Open(Assistant who, String formToken) {
    @Override
    public String toString() {
      return "session at a desk";
    }
  }

  /// @param known with which Sluis makes itself known to the provider
  /// @throws IllegalArgumentException when a file that the line names cannot be used
  public CounterSignIn(
      Line line,
      String region,
      DataSource database,
      SubjectReference references,
      SessionSeal seal,
      SigningKeys<ECKey> known,
      SecureRandom random) {
    this.line = line;
    this.table = new SessionTable(region, database);
    this.seal = seal;
    this.references = references;
    this.random = random;
    var calls = new ProviderCalls(line.provider().trust());
    var provider = new Provider(line.provider(), calls);
    var signed = new SignedByProvider(provider);
    var tokens = new IdTokenCheck(line.provider(), signed, references);
    this.logouts = new LogoutTokenCheck(line.provider(), signed);
    this.login =
        new Login(
            line.provider(),
            provider,
            new CodeExchange(line.provider(), calls, known),
            (token, attempt, begun, before, now) ->
                begin(tokens.sure(token, attempt, begun, now).claims(), before, now),
            new AttemptTable(region, database),
            random);
  }

  /// Logging in.
  public Login login() {
    return login;
  }

  private String begin(JWTClaimsSet claims, String before, Instant now)
      throws LoginFault, SQLException {
    var id = IdTokenCheck.text(claims, "sub");
    if (!hasRole(claims) || id.length() > LONGEST || id.chars().anyMatch(Character::isISOControl)) {
      throw new LoginFault(AFGEBROKEN, "somebody without the role of a desk");
    }
    end(before);
    var secret = BrowserSecret.fresh(random);
    var key = secret.derived(KEY);
    var sealed = seal.seal(secret.derived(HALF), key, id.getBytes(StandardCharsets.UTF_8));
    var session = IdTokenCheck.text(claims, "sid");
    table.insert(
        new SessionTable.Begun(
            key,
            sealed,
            keyed("medewerker", id),
            keyed(SUBJECT, id),
            session.isEmpty() ? Optional.empty() : Optional.of(keyed(SESSION, session)),
            now));
    return secret.cookie();
  }

  private byte[] keyed(String what, String word) {
    return references.keyedLogin(what, line.provider().issuer() + "\n" + word);
  }

  /// Ends what the provider says is over.
  ///
  /// @throws LoginFault when it is not the provider who says so
  public void providerSays(String logoutToken, Instant now) throws LoginFault, SQLException {
    var over = logouts.check(logoutToken, now);
    var before = over.at().plus(IdTokenCheck.SKEW);
    switch (over.what()) {
      case LoggedOut.Session(var id) -> table.endOfProviderSession(keyed(SESSION, id), before);
      case LoggedOut.Person(var subject) ->
          table.endOfProviderPerson(keyed(SUBJECT, subject), before);
    }
  }

  private boolean hasRole(JWTClaimsSet claims) {
    @Nullable Object found = claims.getClaims();
    for (var step : DOT.splitAsStream(line.provider().claim()).toList()) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found instanceof List<?> roles && roles.contains(line.role());
  }

  /// Who is logged in with this cookie; empty when nobody is, or no longer.
  ///
  /// @param cookie anything at all
  public Optional<Open> of(String cookie, Instant now) throws SQLException {
    var secret = BrowserSecret.of(cookie);
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    var key = secret.get().derived(KEY);
    var kept = table.find(key);
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    var row = kept.get();
    if (!now.isBefore(row.begun().plus(Sessions.WHOLE))
        || !now.isBefore(row.seen().plus(Sessions.IDLE))
        || !table.see(key, now)) {
      table.end(key);
      return Optional.empty();
    }
    var id =
        new String(
            seal.open(secret.get().derived(HALF), key, row.sealed()), StandardCharsets.UTF_8);
    return Optional.of(new Open(new Assistant(line.desk(), id), secret.get().word(FORM)));
  }

  /// Ends the session of this cookie.
  public void end(String cookie) throws SQLException {
    var secret = BrowserSecret.of(cookie);
    if (secret.isPresent()) {
      table.end(secret.get().derived(KEY));
    }
  }
}
