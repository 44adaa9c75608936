package nl.sluis.gateway.aanmelding;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.keys.SessionSeal;
import nl.sluis.gateway.person.SignedIn;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.vorm.Visitors;

/// Who is logged in with a browser, for all gateways; no gateway remembers anybody.
///
/// A session is a random value in one cookie. It ends by itself, by whoever has it, by that person
/// elsewhere, and by the provider. Thread-safe.
public final class Sessions implements Visitors {
  /// After how long without a click: the norm for what is in it is DigiD's own, a quarter of an
  /// hour; long enough to read a page twice, short enough for a table in a library.
  static final Duration IDLE = Duration.ofMinutes(15);

  /// After how long in any case: an hour is more than every task takes, and a stolen cookie is
  /// worth no more than what is left of it.
  static final Duration WHOLE = Duration.ofHours(1);

  /// A click is written down once a minute at most, so that reading is not writing; a session may
  /// so end up to a minute early, never late.
  static final Duration NOTED = Duration.ofMinutes(1);

  private static final String KEY = "sessie 1";
  private static final String HALF = "zegel 1";
  private static final String FORM = "formulier 1";

  private final SessionTable table;
  private final SessionSeal seal;
  private final SubjectReference references;
  private final SecureRandom random;

  /// @param references makes keyed forms by which a person's sessions are found
  Sessions(SessionTable table, SessionSeal seal, SubjectReference references, SecureRandom random) {
    this.table = table;
    this.seal = seal;
    this.references = references;
    this.random = random;
  }

  /// Begins one, always under a new secret (no fixation), and ends the one that the browser had.
  ///
  /// @param before the cookie that came along; empty when there was none
  /// @return what the browser keeps
  String begin(Proven proven, String before, Instant now) throws SQLException {
    end(before, now);
    var secret = BrowserSecret.fresh(random);
    var key = secret.derived(KEY);
    var sealed = seal.seal(secret.derived(HALF), key, written(proven.who()));
    table.insert(
        new SessionStore.Begun(
            key,
            sealed,
            person(proven.who()),
            references.keyedLogin("sub", proven.subject()),
            proven.session().map(id -> references.keyedLogin("sid", id)),
            now));
    return secret.cookie();
  }

  @Override
  public Optional<Session> of(String cookie, Instant now) throws SQLException {
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
    if (!now.isBefore(row.begun().plus(WHOLE)) || !now.isBefore(row.seen().plus(IDLE))) {
      table.end(key);
      return Optional.empty();
    }
    // Somebody may have ended it meanwhile, on another gateway: then it is not seen again.
    if (!now.isBefore(row.seen().plus(NOTED)) && !table.see(key, now)) {
      return Optional.empty();
    }
    var who = read(seal.open(secret.get().derived(HALF), key, row.sealed()));
    return Optional.of(new Session(who, secret.get().word(FORM)));
  }

  @Override
  public void end(String cookie, Instant now) throws SQLException {
    var secret = BrowserSecret.of(cookie);
    if (secret.isPresent()) {
      table.end(secret.get().derived(KEY));
    }
  }

  /// Ends every session of this person; nobody hears how many there were.
  public void endAll(SignedIn who) throws SQLException {
    table.endOfPerson(person(who));
  }

  /// Ends what the provider says is over.
  ///
  /// @param before sessions that began later are not meant
  void end(LoggedOut over, Instant before) throws SQLException {
    switch (over) {
      case LoggedOut.Session(var id) ->
          table.endOfProviderSession(references.keyedLogin("sid", id), before);
      case LoggedOut.Person(var subject) ->
          table.endOfProviderPerson(references.keyedLogin("sub", subject), before);
    }
  }

  /// Removes what ended by itself, at most ten thousand.
  int forget(Instant now) throws SQLException {
    return table.forget(now.minus(WHOLE), now.minus(IDLE));
  }

  private byte[] person(SignedIn who) {
    return references.keyedLogin("persoon", who.number().hex());
  }

  private static byte[] written(SignedIn who) {
    return String.join("\n", who.number().hex(), who.own().hex(), who.level().name())
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static SignedIn read(byte[] clear) {
    var lines = new String(clear, StandardCharsets.US_ASCII).lines().toList();
    return new SignedIn(
        new Hmac(lines.get(0)), new Hmac(lines.get(1)), SignedIn.Level.valueOf(lines.get(2)));
  }
}
