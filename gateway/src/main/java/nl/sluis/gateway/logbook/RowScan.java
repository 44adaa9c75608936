package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.keys.KeyVault;

/// Reads every row of the logbook in order, in one snapshot, with the details of those that can
/// still be opened.
///
/// Changes nothing and proves nothing: whether the rows are the ones that were written is for
/// [LogbookVerifier]. For one thread at a time.
public final class RowScan {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String ROWS =
      """
      select r.idx, r.leaf, r.key_id, r.detail_ct, s.subject_id
      from logbook_row r
      left join logbook_subject s on s.region = r.region and s.idx = r.idx
      where r.region = ?
      order by r.idx
      """;

  /// The page first and its people after it, one by one (`offset 0`), so that no more rows are
  /// looked into than there are on the page, however many the logbook has: a plan that is made
  /// before the page is known to be small would read the people of all rows.
  private static final String PAGE =
      """
      select r.idx, r.leaf, r.key_id, r.detail_ct, s.subject_id
      from (
        select region, idx, leaf, key_id, detail_ct from logbook_row
        where region = ? and idx >= ?
        order by idx
        limit ?) r
      left join lateral (
        select subject_id from logbook_subject
        where region = r.region and idx = r.idx
        offset 0) s on true
      order by r.idx
      """;

  private final String region;
  private final KeyVault keys;
  private final Sealer sealer;

  /// @param region the logbook to read
  public RowScan(String region, KeyVault keys) {
    this.region = region;
    this.keys = keys;
    this.sealer = new Sealer(region, keys, new SecureRandom());
  }

  /// A row as it was read.
  ///
  /// @param index the place in the sequence
  /// @param subject whom it is about, if it is about somebody
  /// @param detail with `soort` and `tijd`; empty when the person was erased or the term is over
  public record Read(long index, Optional<UUID> subject, Optional<ObjectNode> detail) {}

  /// The rows from this index on, in order, at most so many; fewer when the logbook ends there.
  ///
  /// @throws BrokenRow naming the row that is not what was written
  public List<Read> page(Connection connection, long from, int limit) throws SQLException {
    var page = new ArrayList<Read>();
    var rowKeys = new RowKeys(keys);
    try (var rows = connection.prepareStatement(PAGE)) {
      rows.setString(1, region);
      rows.setLong(2, from);
      rows.setInt(3, limit);
      try (var row = rows.executeQuery()) {
        while (row.next()) {
          var subject = Optional.ofNullable(row.getObject(5, UUID.class));
          page.add(new Read(row.getLong(1), subject, detail(rowKeys, row)));
        }
      }
    }
    return page;
  }

  /// Hears every row.
  @FunctionalInterface
  public interface Each {
    /// @param index the place in the sequence
    /// @param detail with `soort` and `tijd`; empty when the person was erased or the term is over
    void row(long index, Optional<ObjectNode> detail);
  }

  /// Reads them all.
  ///
  /// @param connection may read the tables of the logbook; comes back in auto-commit mode
  /// @throws BrokenRow naming the row that is not what was written
  public void all(Connection connection, Each each) throws SQLException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read, read only");
      within(connection, each);
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /// Reads them all as one open transaction sees them; does not end it.
  ///
  /// @throws BrokenRow naming the row that is not what was written
  public void within(Connection tx, Each each) throws SQLException {
    var rowKeys = new RowKeys(keys);
    try (var rows = LogbookVerifier.stream(tx, ROWS)) {
      rows.setString(1, region);
      try (var row = rows.executeQuery()) {
        while (row.next()) {
          each.row(row.getLong(1), detail(rowKeys, row));
        }
      }
    }
  }

  private Optional<ObjectNode> detail(RowKeys rowKeys, ResultSet row) throws SQLException {
    var key = rowKeys.known(row.getString(3), Optional.ofNullable(row.getObject(5, UUID.class)));
    if (key.isEmpty()) {
      return Optional.empty();
    }
    try {
      var bytes = sealer.open(row.getLong(1), row.getBytes(2), row.getBytes(4), key.get());
      return Optional.of(MAPPER.readValue(bytes, ObjectNode.class));
    } catch (IOException e) {
      throw new IllegalStateException("row " + row.getLong(1) + " is not JSON", e);
    }
  }
}
