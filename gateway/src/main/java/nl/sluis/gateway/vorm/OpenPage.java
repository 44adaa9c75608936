package nl.sluis.gateway.vorm;

import java.sql.SQLException;

/// Answers anybody. Waiting is fine, it has a thread of its own.
@FunctionalInterface
public interface OpenPage {
  /// What anybody gets to see.
  ///
  /// @throws InputFault when no page of ours can have sent this
  /// @throws SQLException when the database cannot be used; the person hears to come back
  View answer(Asked asked) throws InputFault, SQLException;
}
