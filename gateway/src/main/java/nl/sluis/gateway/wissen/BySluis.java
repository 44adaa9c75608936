package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;

/// Decides without anybody asking that persons are erased: about whom no row is left, or who were
/// erased before.
///
/// @param ground `termijn` or `herstel`
/// @param persons as found; looked at again under their locks
record BySluis(
    Erasures erasures, Deciding deciding, String ground, Set<UUID> persons, UUID id, Still still)
    implements Work<Boolean> {
  /// Copies its parts.
  BySluis {
    persons = Set.copyOf(persons);
  }

  /// Looks again, once they are locked.
  @FunctionalInterface
  interface Still {
    /// Those of these persons of whom it is still so.
    Set<UUID> among(Connection tx, Set<UUID> persons) throws SQLException;
  }

  /// Nothing by itself: nobody may mean these persons any more, so they are locked by name.
  @Override
  public Needs needs() {
    return Needs.nothing();
  }

  @Override
  public Plan<Boolean> plan(Found found) throws SQLException {
    erasures.lock(found.tx(), persons);
    var now = still.among(found.tx(), persons);
    return now.isEmpty()
        ? Plan.known(false)
        : Plan.of(List.of(deciding.bySluis(found.tx(), now, id, ground, found.at())), true);
  }
}
