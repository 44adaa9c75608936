package nl.sluis.gateway.vorm;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import nl.sluis.gateway.person.SignedIn;

/// Knows who is logged in. Used by many threads at once.
public interface Visitors {
  /// The cookie that holds the word of a session; it never leaves this host (RFC 6265bis,
  /// `__Host-`).
  String COOKIE = "__Host-sluis";

  /// Nobody can log in.
  Visitors NOBODY =
      new Visitors() {
        @Override
        public Optional<Session> of(String cookie, Instant now) {
          return Optional.empty();
        }

        @Override
        public void end(String cookie, Instant now) {}
      };

  /// A session that is open.
  ///
  /// @param who logged in
  /// @param formToken a random word of this session, that only its own pages know
  record Session(SignedIn who, String formToken) {
    @Override
    public String toString() {
      return "session";
    }
  }

  /// The session of this word; empty when there is none, or when it is over.
  ///
  /// @param cookie what the browser sent under [#COOKIE]; anything at all
  Optional<Session> of(String cookie, Instant now) throws SQLException;

  /// Ends the session of this word, at once and everywhere; nothing happens when there is none.
  void end(String cookie, Instant now) throws SQLException;
}
