package nl.sluis.gateway.aanmelding;

import static nl.sluis.gateway.aanmelding.LoginFault.Cause.AFGEBROKEN;

import com.nimbusds.jose.jwk.ECKey;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import nl.sluis.gateway.keys.SessionSeal;
import nl.sluis.gateway.keys.SigningKeys;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.subject.SubjectReference;

/// How professionals log in at a desk: at the provider that knows their roles, with the level that
/// people need too (step-up), and only with a role that means something there.
///
/// Their sessions are of a kind of their own: no cookie of people or of another desk opens one.
/// They are as short, and hold who it is sealed with a half that only the browser has. The provider
/// ends them, by session or by person (OpenID Connect Back-Channel Logout 1.0). Thread-safe.
public final class StaffSignIn {
  private static final String NONE = "";

  private final Desk desk;
  private final Line line;
  private final SessionStore table;
  private final SessionSeal seal;
  private final Words words;
  private final SecureRandom random;
  private final Login login;
  private final LogoutTokenCheck logouts;

  /// The desks at which professionals work.
  public enum Desk {
    /// Where somebody is helped to say yes, no or stop.
    LOKET("loket"),
    /// From where officers look after what an organisation does.
    TOEZICHT("toezicht"),
    /// Where professionals work whose own software is not connected: a process of their
    /// organisation. A working day long, and who confirms who they are goes on where they were.
    WERK("werk");

    private final String word;

    Desk(String word) {
      this.word = word;
    }

    Duration whole() {
      return this == WERK ? Duration.ofHours(8) : Sessions.WHOLE;
    }

    boolean goesOn() {
      return this == WERK;
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
  public record Line(ProviderLine provider, String employee, Roles roles) {
    /// Roles that the provider gives, of these.
    public Line(ProviderLine provider, String employee, Set<String> roles) {
      this(provider, employee, Roles.given(roles));
    }
  }

  /// Makes the keyed forms by which sessions of somebody are found.
  @FunctionalInterface
  public interface Words {
    /// @param kind what the word is
    byte[] keyed(String kind, String word);
  }

  /// Somebody who is logged in at the desk.
  ///
  /// @param employee the word by which the organisation points at this professional; never shown
  /// @param roles which the provider gave, of those that mean something; at least one
  /// @param chosen the one of them with which this session reads; empty until it is chosen
  /// @param level how sure it is who this is
  /// @param since when that was shown
  /// @param formToken a random word of this session, that only its own pages know
  public record Open(
      String employee,
      List<String> roles,
      Optional<String> chosen,
      SignedIn.Level level,
      Instant since,
      String formToken) {
    /// Copies its list.
    public Open {
      roles = List.copyOf(roles);
    }

    private Open with(String role) {
      return new Open(employee, roles, Optional.of(role), level, since, formToken);
    }

    @Override
    public String toString() {
      return "session at a desk";
    }
  }

  /// A desk of a gateway: its sessions are for all gateways of the region.
  ///
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
    this(
        desk,
        line,
        new SessionTable(region, database),
        new AttemptTable(region, database),
        references::keyedLogin,
        seal,
        known,
        random);
  }

  private StaffSignIn(
      Desk desk,
      Line line,
      SessionStore sessions,
      AttemptStore attempts,
      Words words,
      SessionSeal seal,
      SigningKeys<ECKey> known,
      SecureRandom random) {
    this.desk = desk;
    this.line = line;
    this.table = sessions;
    this.seal = seal;
    this.words = words;
    this.random = random;
    var calls = new ProviderCalls(line.provider().trust());
    var provider = new Provider(line.provider(), calls);
    var signed = new SignedByProvider(provider);
    this.logouts = new LogoutTokenCheck(line.provider(), signed);
    var tokens = new IdTokenCheck(line.provider(), signed);
    this.login =
        new Login(
            line.provider(),
            provider,
            new CodeExchange(line.provider(), calls, known),
            (token, attempt, begun, before, now) ->
                begin(tokens.sure(token, attempt, begun, now), before, now),
            attempts,
            random);
  }

  /// A desk that is a process of its own: its sessions are in its memory and nowhere else.
  ///
  /// @param words keyed anew for each process
  /// @param seal with a key that no disk holds
  /// @param known with which the desk makes itself known to the provider
  /// @throws IllegalArgumentException when a file that the line names cannot be used
  public static StaffSignIn inMemory(
      Desk desk,
      Line line,
      Words words,
      SessionSeal seal,
      SigningKeys<ECKey> known,
      SecureRandom random) {
    return new StaffSignIn(
        desk,
        line,
        new MemorySessions(Sessions.IDLE, desk.whole()),
        new MemoryAttempts(),
        words,
        seal,
        known,
        random);
  }

  /// Logging in.
  public Login login() {
    return login;
  }

  private String begin(IdTokenCheck.Sure sure, String before, Instant now)
      throws LoginFault, SQLException {
    var claims = sure.claims();
    var word = IdTokenCheck.text(claims, line.employee());
    var roles =
        IdTokenCheck.isWord(word)
            ? line.roles().of(word, IdTokenCheck.texts(claims, line.provider().claim()))
            : List.<String>of();
    if (roles.isEmpty()) {
      throw new LoginFault(AFGEBROKEN, "somebody without a role at the desk");
    }
    var chosen =
        roles.size() == 1 ? only(roles) : goesOn(before, word, now).filter(roles::contains);
    end(before);
    var subject = keyed(IdTokenCheck.text(claims, "sub"));
    var session = IdTokenCheck.text(claims, "sid");
    var open = new Open(word, roles, chosen, sure.level(), now, NONE);
    return insert(
        open,
        words.keyed(desk.person(), subject),
        words.keyed(desk.subject(), subject),
        session.isEmpty()
            ? Optional.empty()
            : Optional.of(words.keyed(desk.session(), keyed(session))),
        now);
  }

  private static Optional<String> only(List<String> roles) {
    return Optional.of(roles.getFirst());
  }

  /// With what the same person worked until now.
  private Optional<String> goesOn(String before, String word, Instant now) throws SQLException {
    return desk.goesOn()
        ? of(before, now).filter(open -> open.employee().equals(word)).flatMap(Open::chosen)
        : Optional.empty();
  }

  private String keyed(String word) {
    return line.provider().issuer() + "\n" + word;
  }

  private String insert(
      Open open, byte[] person, byte[] subject, Optional<byte[]> session, Instant at)
      throws SQLException {
    var secret = BrowserSecret.fresh(random);
    var key = secret.derived(desk.key());
    var sealed = seal.seal(secret.derived(desk.half()), key, SealedSession.written(open));
    table.insert(new SessionStore.Begun(key, sealed, person, subject, session, at));
    return secret.cookie();
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
    if (!now.isBefore(row.begun().plus(desk.whole()))
        || !now.isBefore(row.seen().plus(Sessions.IDLE))
        || (!now.isBefore(row.seen().plus(Sessions.NOTED)) && !table.see(key, now))) {
      table.end(key);
      return Optional.empty();
    }
    var clear = seal.open(secret.get().derived(desk.half()), key, row.sealed());
    return Optional.of(
            SealedSession.read(clear, line.roles(), row.begun(), secret.get().word(desk.form())))
        .filter(open -> !open.roles().isEmpty());
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
    var chosen = open.get().with(role);
    var sealed = seal.seal(fresh.derived(desk.half()), key, SealedSession.written(chosen));
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
          table.endOfProviderSession(words.keyed(desk.session(), keyed(id)), before);
      case LoggedOut.Person(var subject) ->
          table.endOfProviderPerson(words.keyed(desk.subject(), keyed(subject)), before);
    }
  }
}
