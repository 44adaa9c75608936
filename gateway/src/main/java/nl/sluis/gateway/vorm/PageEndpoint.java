package nl.sluis.gateway.vorm;

import java.sql.SQLException;

/// Answers somebody who logged in. Waiting is fine, it has a thread of its own.
@FunctionalInterface
public interface PageEndpoint {
  /// What this person gets to see.
  ///
  /// @throws InputFault when no page of ours can have sent this
  /// @throws SQLException when the database cannot be used; the person hears to come back
  View answer(Visitor who, Asked asked) throws InputFault, SQLException;
}
