package nl.sluis.gateway.postbus;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/// What Sluis still has to bind to a receiver with the key that its sender named.
public final class BoundParcels {
  private static final String COUNT =
      """
      select (select count(*) from parcel
              where region = ? and payload_ct is not null and accepted_at <= ?)
           + (select count(*) from aangehouden_bericht a join message m
              on m.region = a.region and m.transaction_id = a.transactie
              where a.region = ? and not a.afgelopen and m.received_at <= ?)
      """;

  private BoundParcels() {}

  /// How many messages that came in up to a moment wait for delivery, or for who must sign.
  public static long until(Connection connection, String region, Instant moment)
      throws SQLException {
    try (var statement = connection.prepareStatement(COUNT)) {
      var at = moment.atOffset(ZoneOffset.UTC);
      statement.setString(1, region);
      statement.setObject(2, at);
      statement.setString(3, region);
      statement.setObject(4, at);
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
