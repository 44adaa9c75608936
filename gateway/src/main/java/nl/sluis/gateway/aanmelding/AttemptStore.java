package nl.sluis.gateway.aanmelding;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Which attempts to log in were begun and not finished.
///
/// Implementations MUST be safe for many threads: of any number of answers to one attempt exactly
/// one is taken.
interface AttemptStore {
  void begin(Attempt attempt, Instant now) throws SQLException;

  /// Finishes an attempt, whatever comes of it.
  ///
  /// @return when it was begun; empty when it never was, or was finished before
  Optional<Instant> take(Attempt attempt) throws SQLException;
}
