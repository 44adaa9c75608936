package nl.sluis.gateway.zaakdossier;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/// The statements about the roots of cases: under which row of the logbook each stands. There is
/// none that changes one.
///
/// May be shared between threads; every method runs in the transaction of its caller.
final class BundleTable {
  private static final String ADD =
      """
      insert into zaak_wortel (region, zaak, wortel, tot_stap, rij)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String FIND =
      "select rij from zaak_wortel where region = ? and zaak = ? and wortel = ?";
  private static final String ALL =
      """
      select w.zaak, z.organisatie, w.wortel, w.tot_stap, w.rij
      from zaak_wortel w
      join zaak z on z.region = w.region and z.id = w.zaak
      where w.region = ?
      order by w.rij
      """;

  private final String region;

  BundleTable(String region) {
    this.region = region;
  }

  /// A root that stands in the logbook.
  ///
  /// @param id of the case
  /// @param organisation whose case it is
  /// @param step the last step that it goes up to; 0 when there was none
  /// @param row under which row it stands
  @SuppressWarnings("ArrayRecordComponent") // compared with another by its bytes alone
  record Rooted(UUID id, String organisation, byte[] root, long step, long row) {}

  void add(Connection tx, UUID id, byte[] root, long step, long row) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setBytes(3, root);
      insert.setLong(4, step);
      insert.setLong(5, row);
      insert.executeUpdate();
    }
  }

  /// Under which row this root of this case stands; empty when it was never committed to.
  OptionalLong row(Connection tx, UUID id, byte[] root) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      select.setBytes(3, root);
      try (var row = select.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /// Every root of every case, in the order of the logbook.
  List<Rooted> all(Connection tx) throws SQLException {
    var all = new ArrayList<Rooted>();
    try (var select = tx.prepareStatement(ALL)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          all.add(
              new Rooted(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  row.getBytes(3),
                  row.getLong(4),
                  row.getLong(5)));
        }
      }
    }
    return all;
  }
}
