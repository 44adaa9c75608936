package nl.sluis.gateway.aflevering;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import nl.sluis.gateway.postbus.Bell;
import nl.sluis.policies.terms.Oin;

/// Rings for what another gateway accepted: one question a second for all who wait, and none when
/// nobody does. Used by one thread.
final class Arrivals {
  private static final String NEWEST =
      """
      select p.receiver_oin, max(p.accepted_row) from parcel p
      where p.region = ? and p.receiver_oin = any (?) and p.state = 'wacht'
      group by p.receiver_oin
      """;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final String region;
  private final Bell bell;
  private final Map<Oin, Long> rung = new HashMap<>();
  private long looked = System.nanoTime() - SECOND;

  Arrivals(String region, Bell bell) {
    this.region = region;
    this.bell = bell;
  }

  /// Looks, unless it did so just now.
  void look(Connection connection) throws SQLException {
    if (System.nanoTime() - looked < SECOND) {
      return;
    }
    looked = System.nanoTime();
    var receivers = bell.receivers();
    rung.keySet().retainAll(receivers);
    if (receivers.isEmpty()) {
      return;
    }
    try (var select = connection.prepareStatement(NEWEST)) {
      select.setString(1, region);
      select.setArray(
          2, connection.createArrayOf("text", receivers.stream().map(Oin::value).toArray()));
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var receiver = new Oin(rows.getString(1));
          var newest = rows.getLong(2);
          var before = rung.put(receiver, newest);
          if (before == null || before < newest) {
            bell.ring(receiver);
          }
        }
      }
    }
  }
}
