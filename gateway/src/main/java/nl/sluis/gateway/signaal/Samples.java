package nl.sluis.gateway.signaal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Adherence.Sampled;
import nl.sluis.policies.toezicht.ControlPolicy;

/// Knows what became of the samples of an organisation, for whoever tells whether the policy was
/// done.
@FunctionalInterface
public interface Samples {
  /// Those that were drawn, by the Monday of the week whose rows they are about.
  ///
  /// @param policy says within how many days a row is looked at in time
  /// @param from the first week
  Map<LocalDate, Sampled> drawn(
      Connection tx, Oin organisation, ControlPolicy policy, LocalDate from) throws SQLException;
}
