package nl.sluis.gateway.toezicht;

import java.sql.SQLException;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.gateway.vorm.InputFault;
import nl.sluis.gateway.vorm.View;

/// Answers an officer whose duty may open it. Waiting is fine, it has a thread of its own.
@FunctionalInterface
public interface OfficerEndpoint {
  /// What this officer gets to see.
  ///
  /// What belongs to another organisation is answered exactly as what is not there: [View.Gone].
  ///
  /// @throws InputFault when no page of ours can have sent this
  /// @throws SQLException when the database cannot be used; the officer hears to come back
  View answer(Officer officer, Asked asked) throws InputFault, SQLException;
}
