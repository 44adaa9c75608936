package nl.sluis.gateway.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.sluis.gateway.peer.Sightings.Seen;
import nl.sluis.policies.terms.Oin;

/// What all gateways of a region saw of partners at their doors, the newest of each. May be shared
/// between threads.
///
/// @param region whose gateways
public record SightingTable(String region) {
  private static final String ADD =
      """
      insert into partner_gezien as p (region, oin, gelukt_op, mislukt_op, oorzaak)
      values (?, ?, ?, ?, ?)
      on conflict (region, oin) do update set
        gelukt_op = greatest(p.gelukt_op, excluded.gelukt_op),
        mislukt_op = greatest(p.mislukt_op, excluded.mislukt_op),
        oorzaak = case
          when p.mislukt_op is null or excluded.mislukt_op >= p.mislukt_op then excluded.oorzaak
          else p.oorzaak
        end
      """;
  private static final String ALL =
      """
      select oin, gelukt_op, mislukt_op, oorzaak
      from partner_gezien
      where region = ?
      """;

  /// Adds what was seen.
  public void add(Connection connection, Map<Oin, Seen> seen) throws SQLException {
    try (var add = connection.prepareStatement(ADD)) {
      for (var each : seen.entrySet()) {
        add.setString(1, region);
        add.setString(2, each.getKey().value());
        set(add, 3, each.getValue().came());
        set(add, 4, each.getValue().refused());
        add.setString(5, each.getValue().cause().orElse(null));
        add.addBatch();
      }
      var _ = add.executeBatch();
    }
  }

  private static void set(PreparedStatement add, int place, Optional<Instant> at)
      throws SQLException {
    if (at.isPresent()) {
      add.setObject(place, at.get().atOffset(ZoneOffset.UTC));
    } else {
      add.setNull(place, Types.TIMESTAMP_WITH_TIMEZONE);
    }
  }

  /// What was seen of each partner.
  public Map<Oin, Seen> all(Connection connection) throws SQLException {
    var all = new HashMap<Oin, Seen>();
    try (var asked = connection.prepareStatement(ALL)) {
      asked.setString(1, region);
      try (var rows = asked.executeQuery()) {
        while (rows.next()) {
          var seen = new Seen(at(rows, 2), at(rows, 3), Optional.ofNullable(rows.getString(4)));
          all.put(new Oin(rows.getString(1)), seen);
        }
      }
    }
    return all;
  }

  private static Optional<Instant> at(ResultSet rows, int column) throws SQLException {
    return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
