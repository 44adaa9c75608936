package nl.sluis.gateway.aflevering;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.sluis.policies.terms.Oin;

/// How much there is to bring and to whom, for the operator. May be shared between threads; each
/// call works on the caller's connection.
public final class Backlog {
  private static final String COUNTS =
      """
      select ontvanger, stand, count(*), max(reden) filter (where reden <> '') from aflevering
      where region = ? and stand in ('aangeboden', 'onderweg', 'uitgesteld', 'onbestelbaar')
      group by ontvanger, stand
      order by ontvanger, stand
      """;

  private final String region;

  /// @param region whose parcels these are
  public Backlog(String region) {
    this.region = region;
  }

  /// How many parcels of a receiver stand somewhere.
  ///
  /// @param why what was the matter with one of them; empty when nothing was
  public record Count(Oin receiver, Stand stand, long parcels, String why) {}

  /// How much stands where, for the operator: no parcel, no child.
  public List<Count> counts(Connection tx) throws SQLException {
    try (var select = tx.prepareStatement(COUNTS)) {
      select.setString(1, region);
      var counts = new ArrayList<Count>();
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          var why = rows.getString(4);
          counts.add(
              new Count(
                  new Oin(rows.getString(1)),
                  Stand.of(rows.getString(2)),
                  rows.getLong(3),
                  why == null ? "" : why));
        }
      }
      return counts;
    }
  }
}
