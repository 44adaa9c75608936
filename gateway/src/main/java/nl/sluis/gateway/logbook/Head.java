package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The head of the logbook as it stands in its one row.
@SuppressWarnings("ArrayRecordComponent") // read, checked and thrown away, never compared
record Head(long size, byte[] frontier, byte[] root, long epoch) {
  private static final String READ =
      "select size, frontier, root, epoch from logbook_head where region = ?";
  private static final String LOCK = READ + " for update";

  /// Every write selects from the head that moved, because PostgreSQL runs each data-modifying part
  /// of a statement, also when the compare-and-set beside it found no row.
  private static final String APPEND =
      """
      with h as (
        update logbook_head set size = ?, frontier = ?, root = ?
        where region = ? and size = ? and epoch = ?
        returning region),
      u as (
        select h.region, ? + i.nr - 1 as idx, i.leaf, i.key_id, i.detail_ct, i.subject_id
        from h, unnest(?::bytea[], ?::text[], ?::bytea[], ?::uuid[])
          with ordinality as i(leaf, key_id, detail_ct, subject_id, nr)),
      s as (
        insert into logbook_subject (region, subject_id, idx, key_id)
        select region, subject_id, idx, key_id from u where subject_id is not null),
      p as (
        insert into logbook_party (region, party, idx, key_id)
        select u.region, i.party, u.idx, u.key_id
        from u join unnest(?::bigint[], ?::bigint[]) as i(party, idx) on i.idx = u.idx),
      r as (
        insert into logbook_row (region, idx, leaf, key_id, detail_ct)
        select region, idx, leaf, key_id, detail_ct from u
        returning 1)
      select count(*) from r
      """;

  static Optional<Head> read(Connection connection, String region) throws SQLException {
    return query(connection, READ, region);
  }

  /// Waits for the head; it stays ours until the transaction ends.
  static Head lock(Connection tx, String region) throws SQLException {
    return query(tx, LOCK, region)
        .orElseThrow(() -> new LogbookRefused("het logboek van `" + region + "` heeft geen kop"));
  }

  /// Writes the rows and moves the head in one statement, or does neither.
  ///
  /// @throws LostHead when the head is not the one that was read
  void append(Connection tx, String region, BatchTree tree, List<SealedRow> rows)
      throws SQLException {
    var parties = new ArrayList<Long>();
    var places = new ArrayList<Long>();
    for (int at = 0; at < rows.size(); at++) {
      for (var party : rows.get(at).parties()) {
        parties.add(party);
        places.add(size + at);
      }
    }
    try (var statement = tx.prepareStatement(APPEND)) {
      statement.setLong(1, tree.size());
      statement.setBytes(2, tree.frontier());
      statement.setBytes(3, tree.root());
      statement.setString(4, region);
      statement.setLong(5, size);
      statement.setLong(6, epoch);
      statement.setLong(7, size);
      statement.setArray(
          8, tx.createArrayOf("bytea", rows.stream().map(SealedRow::leaf).toArray(byte[][]::new)));
      statement.setArray(
          9, tx.createArrayOf("text", rows.stream().map(SealedRow::keyId).toArray(String[]::new)));
      statement.setArray(
          10,
          tx.createArrayOf("bytea", rows.stream().map(SealedRow::detail).toArray(byte[][]::new)));
      statement.setArray(
          11, tx.createArrayOf("uuid", rows.stream().map(r -> r.subject().orElse(null)).toArray()));
      statement.setArray(12, tx.createArrayOf("bigint", parties.toArray()));
      statement.setArray(13, tx.createArrayOf("bigint", places.toArray()));
      try (var result = statement.executeQuery()) {
        if (!result.next() || result.getLong(1) != rows.size()) {
          throw new LostHead();
        }
      }
    }
  }

  private static Optional<Head> query(Connection connection, String sql, String region)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        return row.next() ? Optional.of(of(row)) : Optional.empty();
      }
    }
  }

  private static Head of(ResultSet row) throws SQLException {
    return new Head(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getLong(4));
  }
}
