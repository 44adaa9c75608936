package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/// A second clock, apart from that of the gateway: a key is destroyed only once both say that its
/// month is over, for a clock that is ahead must not destroy what must be kept.
@FunctionalInterface
public interface SureTime {
  /// What time it is by that clock.
  Instant now(Connection connection) throws SQLException;

  /// The clock of the database server.
  static SureTime ofDatabase() {
    return connection -> {
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("select clock_timestamp()")) {
        row.next();
        return row.getObject(1, OffsetDateTime.class).toInstant();
      }
    };
  }

  /// The earlier of the two.
  static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
