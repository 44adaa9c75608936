package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.keys.KeyVault;

/// Reads what the logbook holds about one person, or what one organisation took part in, newest
/// first and a page at a time.
///
/// May be shared between threads. Who calls it MUST write an `inzage` row for the look.
public final class LogReader {
  private static final JsonMapper MAPPER = new JsonMapper();
  // The page first and its rows after it, one by one: PostgreSQL keeps no figures about a table in
  // parts, and would otherwise read all of them to join.
  private static final String ROWS =
      """
      select p.idx, r.leaf, r.detail_ct, p.key_id, p.subject_id
      from page p
      cross join lateral (
        select leaf, detail_ct from logbook_row r
        where r.region = p.region and r.idx = p.idx and r.key_id = p.key_id
        limit 1) r
      order by p.idx desc
      """;
  private static final String ABOUT =
      """
      with page as materialized (
        select region, idx, key_id, subject_id from logbook_subject
        where region = ? and subject_id = ? and idx < ?
        order by idx desc
        limit ?)
      """
          + ROWS;
  private static final String OF_ABOUT =
      """
      with page as materialized (
        select s.region, s.idx, s.key_id, s.subject_id
        from logbook_subject s
        where s.region = ? and s.subject_id = ? and s.idx < ?
          and exists (
            select from logbook_party p
            where p.region = s.region and p.party = ? and p.idx = s.idx)
        order by s.idx desc
        limit ?)
      """
          + ROWS;
  private static final String OF =
      """
      with page as materialized (
        select p.region, p.idx, p.key_id, s.subject_id
        from (
          select region, idx, key_id from logbook_party
          where region = ? and party = ? and idx < ?
          order by idx desc
          limit ?) p
        left join lateral (
          select subject_id from logbook_subject s
          where s.region = p.region and s.idx = p.idx
          limit 1) s on true)
      """
          + ROWS;

  private final String region;
  private final KeyVault keys;
  private final Sealer sealer;

  /// @param region the logbook to read
  public LogReader(String region, KeyVault keys) {
    this.region = region;
    this.keys = keys;
    this.sealer = new Sealer(region, keys, new SecureRandom());
  }

  /// A row with its details.
  ///
  /// @param index the place in the sequence
  /// @param subject whom it is about, if it is about somebody
  /// @param detail with `soort` and `tijd`
  public record Row(long index, Optional<UUID> subject, ObjectNode detail) {}

  /// At most `limit` rows about a person with an index below `before`; none after erasure, and none
  /// whose term is over.
  public List<Row> about(Connection connection, UUID subject, long before, int limit)
      throws SQLException {
    return page(connection, ABOUT, List.of(region, subject, before, limit));
  }

  /// At most `limit` rows in which an organisation took part with an index below `before`; those of
  /// people who were erased, and those whose term is over, are left out.
  ///
  /// @param organisation its OIN
  public List<Row> of(Connection connection, String organisation, long before, int limit)
      throws SQLException {
    var party = new Parties(keys).number(organisation);
    return page(connection, OF, List.of(region, party, before, limit));
  }

  /// The same, and about one person.
  ///
  /// @param organisation its OIN
  public List<Row> ofAbout(
      Connection connection, String organisation, UUID subject, long before, int limit)
      throws SQLException {
    var party = new Parties(keys).number(organisation);
    return page(connection, OF_ABOUT, List.of(region, subject, before, party, limit));
  }

  /// How many rows the logbook holds, about whomever.
  public long size(Connection connection) throws SQLException {
    return Head.read(connection, region).map(Head::size).orElse(0L);
  }

  private List<Row> page(Connection connection, String sql, List<Object> asked)
      throws SQLException {
    var rows = new ArrayList<Row>();
    var rowKeys = new RowKeys(keys);
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < asked.size(); i++) {
        statement.setObject(i + 1, asked.get(i));
      }
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var index = row.getLong(1);
          var subject = Optional.ofNullable(row.getObject(5, UUID.class));
          var key = rowKeys.known(row.getString(4), subject);
          if (key.isPresent()) {
            var bytes = sealer.open(index, row.getBytes(2), row.getBytes(3), key.get());
            rows.add(new Row(index, subject, MAPPER.readValue(bytes, ObjectNode.class)));
          }
        }
      }
      return rows;
    } catch (IOException e) {
      throw new IllegalStateException("the details of a row are not JSON", e);
    }
  }
}
