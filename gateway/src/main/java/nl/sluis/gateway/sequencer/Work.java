package nl.sluis.gateway.sequencer;

import java.sql.SQLException;

/// One thing to be decided and recorded. Planning may read in the transaction it is given; it must
/// not commit.
///
/// A work may be planned more than once, when its batch was rolled back: it MUST NOT remember a
/// plan.
public interface Work<T> {
  /// What must be locked and read first; the same answer every time.
  Needs needs();

  /// Decides. What the plan writes becomes true at commit, or not at all.
  Plan<T> plan(Found found) throws SQLException;
}
