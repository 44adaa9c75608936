package nl.sluis.gateway.aanmelding;

import static nl.sluis.gateway.aanmelding.LoginFault.Cause.AFGEBROKEN;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.SessionSeal;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.subject.SubjectReference;
import org.jspecify.annotations.Nullable;

/// How professionals log in at a desk: at the provider that knows their roles, with the level that
/// people need too (step-up), and only with a role that means something there.
///
/// Their sessions are of a kind of their own: no cookie of people or of another desk opens one.
/// They are as short, and hold who it is sealed with a half that only the browser has. The provider
/// ends them, by session or by person (OpenID Connect Back-Channel Logout 1.0). Thread-safe.
public final class StaffSignIn {
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final int LONGEST = 255;
  private static final String NONE = "";

  private final Desk desk;
  private final Line line;
  private final SessionTable table;
  private final SessionSeal seal;
  private final SubjectReference references;
  private final SecureRandom random;
  private final Login login;
  private final LogoutTokenCheck logouts;

  /// The desks at which professionals work.
  public enum Desk {
    /// Where somebody is helped to say yes, no or stop.
    LOKET("loket"),
    /// From where officers look after what an organisation does.
    TOEZICHT("toezicht");

    private final String word;

    Desk(String word) {
      this.word = word;
    }

    /// Under which path it stands.
    public String path() {
      return "/" + word;
    }

    /// The cookie that holds the word of a session there.
    public String cookie() {
      return "__Host-sluis-" + word;
    }

    String key() {
      return word + "sessie 1";
    }

    String half() {
      return word + "zegel 1";
    }

    String form() {
      return word + "formulier 1";
    }

    String person() {
      return word;
    }

    String subject() {
      return word + "-sub";
    }

    String session() {
      return word + "-sid";
    }
  }

  /// The desk as the provider knows it.
  ///
  /// @param provider its own address ends with [Desk#path], and its claim is that of the roles, in
  ///   which a dot leads into a claim within a claim
  /// @param employee the claim with the word by which an organisation points at this professional
  /// @param roles that mean something here
  public record Line(ProviderLine provider, String employee, Set<String> roles) {
    /// Copies its set.
    public Line {
      roles = Set.copyOf(roles);
    }
  }

  /// Somebody who is logged in at the desk.
  ///
  /// @param employee the word by which the organisation points at this professional; never shown
  /// @param roles which the provider gave, of those that mean something; at least one
  /// @param chosen the one of them with which this session reads; empty until it is chosen
  /// @param formToken a random word of this session, that only its own pages know
  public record Open(
      String employee, List<String> roles, Optional<String> chosen, String formToken) {
    /// Copies its list.
    public Open {
      roles = List.copyOf(roles);
    }

    @Override
    public String toString() {
      return "session at a desk";
    }
  }

  /// @param known with which Sluis makes itself known to the provider
  /// @throws IllegalArgumentException when a file that the line names cannot be used
  public StaffSignIn(
      Desk desk,
      Line line,
      String region,
      DataSource database,
      SubjectReference references,
      SessionSeal seal,
      SigningKeys<ECKey> known,
      SecureRandom random) {
    this.desk = desk;
    this.line = line;
    this.table = new SessionTable(region, database);
    this.seal = seal;
    this.references = references;
    this.random = random;
    var calls = new ProviderCalls(line.provider().trust());
    var provider = new Provider(line.provider(), calls);
    var signed = new SignedByProvider(provider);
    this.logouts = new LogoutTokenCheck(line.provider(), signed);
    var tokens = new IdTokenCheck(line.provider(), signed, references);
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
    var roles = roles(claims);
    var word = IdTokenCheck.text(claims, line.employee());
    if (roles.isEmpty() || !isWord(word)) {
      throw new LoginFault(AFGEBROKEN, "somebody without a role at the desk");
    }
    end(before);
    var subject = keyed(IdTokenCheck.text(claims, "sub"));
    var session = IdTokenCheck.text(claims, "sid");
    var open = new Open(word, roles, roles.size() == 1 ? only(roles) : Optional.empty(), NONE);
    return insert(
        open,
        references.keyedLogin(desk.person(), subject),
        references.keyedLogin(desk.subject(), subject),
        session.isEmpty()
            ? Optional.empty()
            : Optional.of(references.keyedLogin(desk.session(), keyed(session))),
        now);
  }

  private static Optional<String> only(List<String> roles) {
    return Optional.of(roles.getFirst());
  }

  private static boolean isWord(String word) {
    return !word.isEmpty()
        && word.length() <= LONGEST
        && word.chars().noneMatch(Character::isISOControl);
  }

  private String keyed(String word) {
    return line.provider().issuer() + "\n" + word;
  }

  private List<String> roles(JWTClaimsSet claims) {
    @Nullable Object found = claims.getClaims();
    for (var step : DOT.splitAsStream(line.provider().claim()).toList()) {
      found = found instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return found instanceof List<?> said
        ? line.roles().stream().filter(said::contains).sorted().toList()
        : List.of();
  }

  private String insert(
      Open open, byte[] person, byte[] subject, Optional<byte[]> session, Instant at)
      throws SQLException {
    var secret = BrowserSecret.fresh(random);
    var key = secret.derived(desk.key());
    var sealed = seal.seal(secret.derived(desk.half()), key, written(open));
    table.insert(new SessionTable.Begun(key, sealed, person, subject, session, at));
    return secret.cookie();
  }

  private static byte[] written(Open open) {
    var lines = new ArrayList<String>();
    lines.add(open.employee());
    lines.add(open.chosen().orElse(NONE));
    lines.addAll(open.roles());
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /// Who is logged in with this cookie; empty when nobody is, or no longer.
  ///
  /// A role that means nothing any more, because the operator took it away, opens nothing.
  ///
  /// @param cookie anything at all
  public Optional<Open> of(String cookie, Instant now) throws SQLException {
    var secret = BrowserSecret.of(cookie);
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    var key = secret.get().derived(desk.key());
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
    var clear = seal.open(secret.get().derived(desk.half()), key, row.sealed());
    return Optional.of(read(clear, secret.get().word(desk.form())))
        .filter(open -> !open.roles().isEmpty());
  }

  private Open read(byte[] clear, String formToken) {
    var lines = new String(clear, StandardCharsets.UTF_8).split("\n", -1);
    var roles = List.of(lines).subList(2, lines.length).stream().filter(line.roles()::contains);
    return new Open(
        lines[0], roles.toList(), Optional.of(lines[1]).filter(line.roles()::contains), formToken);
  }

  /// The same session with this role from now on, under a new secret; the former word opens nothing
  /// any more, and the hour does not begin again.
  ///
  /// @return the cookie; empty when there is no session, or the provider did not give that role
  public Optional<String> choose(String cookie, String role, Instant now) throws SQLException {
    var open = of(cookie, now);
    if (open.isEmpty() || !open.get().roles().contains(role)) {
      return Optional.empty();
    }
    var fresh = BrowserSecret.fresh(random);
    var key = fresh.derived(desk.key());
    var chosen = new Open(open.get().employee(), open.get().roles(), Optional.of(role), NONE);
    var sealed = seal.seal(fresh.derived(desk.half()), key, written(chosen));
    var old = BrowserSecret.of(cookie).orElseThrow().derived(desk.key());
    return table.replace(old, key, sealed) ? Optional.of(fresh.cookie()) : Optional.empty();
  }

  /// Ends the session of this cookie.
  public void end(String cookie) throws SQLException {
    var secret = BrowserSecret.of(cookie);
    if (secret.isPresent()) {
      table.end(secret.get().derived(desk.key()));
    }
  }

  /// Ends what the provider says is over.
  ///
  /// @throws LoginFault when it is not the provider who says so
  public void providerSays(String logoutToken, Instant now) throws LoginFault, SQLException {
    var over = logouts.check(logoutToken, now);
    var before = over.at().plus(IdTokenCheck.SKEW);
    switch (over.what()) {
      case LoggedOut.Session(var id) ->
          table.endOfProviderSession(references.keyedLogin(desk.session(), keyed(id)), before);
      case LoggedOut.Person(var subject) ->
          table.endOfProviderPerson(references.keyedLogin(desk.subject(), keyed(subject)), before);
    }
  }
}
