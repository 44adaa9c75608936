package nl.sluis.gateway.onderzoek;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Oin;

/// What was asked of whom, under which number. It only grows. May be shared between threads.
public final class InquiryTable {
  private static final String ADD =
      """
      insert into vt_vraag (region, transactie, van_oin, aan_oin, nummer, categorieen, op)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LAST =
      """
      select v.categorieen
      from vt_vraag v
      where v.region = ? and v.nummer = ? and v.van_oin = ? and v.aan_oin = ?
      order by v.seq desc
      limit 1
      """;

  private final String region;

  /// @param region whose questions these are
  public InquiryTable(String region) {
    this.region = region;
  }

  /// One line of it.
  ///
  /// @param asker who asked
  /// @param asked of which organisation
  /// @param number the keyed number of the investigation
  @SuppressWarnings("ArrayRecordComponent") // goes to a column; compared by the database
  record Line(Oin asker, Oin asked, byte[] number) {}

  void add(Connection tx, UUID transaction, Line line, Set<DataCategory> categories, Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, transaction);
      insert.setString(3, line.asker().value());
      insert.setString(4, line.asked().value());
      insert.setBytes(5, line.number());
      insert.setArray(
          6, tx.createArrayOf("text", categories.stream().map(DataCategory::name).toArray()));
      insert.setObject(7, at.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /// What was asked last under this number; empty when nothing was.
  Optional<Set<DataCategory>> last(Connection tx, Line line) throws SQLException {
    try (var select = tx.prepareStatement(LAST)) {
      select.setString(1, region);
      select.setBytes(2, line.number());
      select.setString(3, line.asker().value());
      select.setString(4, line.asked().value());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(categories(row.getArray(1))) : Optional.empty();
      }
    }
  }

  private static Set<DataCategory> categories(Array words) throws SQLException {
    var found = EnumSet.noneOf(DataCategory.class);
    Arrays.stream((String[]) words.getArray())
        .forEach(code -> DataCategory.of(code).ifPresent(found::add));
    return found;
  }
}
