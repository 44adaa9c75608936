package nl.sluis.gateway.werklijst;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import nl.sluis.policies.terms.Oin;

/// Work that no table tells of: what the convenant, the register of partners and the witnesses say.
@FunctionalInterface
public interface Elsewhere {
  /// What of this organisation stands there; a handful, in any order.
  List<WorkItem> of(Oin organisation, Instant now) throws SQLException;
}
