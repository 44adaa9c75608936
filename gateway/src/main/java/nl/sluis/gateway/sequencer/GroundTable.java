package nl.sluis.gateway.sequencer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.sluis.policies.terms.DataCategory;

/// Which handing over rests on which consent. It only grows.
///
/// May be shared between threads; each call works on the caller's connection.
public final class GroundTable {
  private static final String INSERT =
      """
      insert into verstrekking (region, toestemming, rij, transactie, categorieen, op)
      select ?, g.consent, g.row, g.transaction, string_to_array(g.categories, ','), g.at
      from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[])
        as g (consent, row, transaction, categories, at)
      """;

  private static final String OF =
      """
      select toestemming, rij, transactie, categorieen, op
      from verstrekking
      where region = ? and toestemming = any(?)
      order by rij
      """;

  private final String region;

  GroundTable(String region) {
    this.region = region;
  }

  /// What was handed over under these consents, in order.
  public List<RestsOn> of(Connection tx, List<UUID> consents) throws SQLException {
    var found = new ArrayList<RestsOn>();
    try (var query = tx.prepareStatement(OF)) {
      query.setString(1, region);
      query.setArray(2, tx.createArrayOf("uuid", consents.toArray()));
      try (var row = query.executeQuery()) {
        while (row.next()) {
          var categories =
              Arrays.stream((String[]) row.getArray(4).getArray())
                  .map(DataCategory::valueOf)
                  .collect(Collectors.toSet());
          found.add(
              new RestsOn(
                  row.getObject(1, UUID.class),
                  row.getLong(2),
                  row.getObject(3, UUID.class),
                  categories,
                  row.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return found;
  }

  /// One statement for a whole batch.
  void insert(Connection tx, List<RestsOn> grounds) throws SQLException {
    if (grounds.isEmpty()) {
      return;
    }
    try (var insert = tx.prepareStatement(INSERT)) {
      insert.setString(1, region);
      var columns = new Columns<>(tx, insert, 2, grounds);
      columns.uuids(RestsOn::consent);
      columns.numbers(RestsOn::row);
      columns.uuids(RestsOn::transaction);
      columns.texts(
          g ->
              g.categories().stream()
                  .map(DataCategory::name)
                  .sorted()
                  .collect(Collectors.joining(",")));
      columns.instants(RestsOn::at);
      insert.executeUpdate();
    }
  }
}
