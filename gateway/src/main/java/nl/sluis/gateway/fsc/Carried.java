package nl.sluis.gateway.fsc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.sluis.gateway.trace.TransactionNumber;

/// Under which number of FSC an exchange goes on to its receiver: that under which it came in, or,
/// when it came in under none, that of its first handing over.
///
/// May be shared between threads; each call works on the caller's connection.
public final class Carried {
  private static final String NUMBERS =
      """
      select distinct on (uitwisseling) uitwisseling, transactie
      from fsc_logregel
      where region = ? and uitwisseling = any(?)
      order by uitwisseling, nr
      """;

  private final String region;

  /// @param region whose transaction log it is
  public Carried(String region) {
    this.region = region;
  }

  /// The number of each of these exchanges that has one.
  ///
  /// @param exchanges our own numbers of the exchanges
  public Map<UUID, TransactionNumber> of(Connection connection, Collection<UUID> exchanges)
      throws SQLException {
    var found = new HashMap<UUID, TransactionNumber>();
    if (exchanges.isEmpty()) {
      return found;
    }
    try (var query = connection.prepareStatement(NUMBERS)) {
      query.setString(1, region);
      query.setArray(2, connection.createArrayOf("uuid", exchanges.toArray()));
      try (var row = query.executeQuery()) {
        while (row.next()) {
          found.put(
              row.getObject(1, UUID.class), new TransactionNumber(row.getObject(2, UUID.class)));
        }
      }
    }
    return found;
  }
}
