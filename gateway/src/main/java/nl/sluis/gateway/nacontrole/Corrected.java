package nl.sluis.gateway.nacontrole;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Knows of many exchanges at once whether their receiver was asked to undo what it got, so that
/// only of those it is asked what.
public final class Corrected {
  private static final String AMONG =
      "select distinct transactie from rechtzetting where region = ? and transactie = any (?)";

  private Corrected() {}

  /// Those of these exchanges.
  ///
  /// @param region in whose part of the database they live
  public static Set<UUID> among(Connection tx, String region, Collection<UUID> exchanges)
      throws SQLException {
    var found = new HashSet<UUID>();
    try (var select = tx.prepareStatement(AMONG)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", exchanges.toArray()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
    }
    return found;
  }
}
