package nl.sluis.gateway.logbook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
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

  private static final String TOGETHER =
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

  private static final String AROUND =
      """
      with near as not materialized (
        select s.region, s.idx, s.key_id, s.subject_id
        from logbook_subject s
        where s.region = ? and s.subject_id = ?
          and exists (
            select from logbook_party p
            where p.region = s.region and p.party = ? and p.idx = s.idx)),
      page as materialized (
        (select * from near where idx <= ? order by idx desc limit ?)
        union all
        (select * from near where idx > ? order by idx limit ?))
      """
          + ROWS;

  private static final String AT =
      """
      with page as materialized (
        select p.region, p.idx, p.key_id, s.subject_id
        from logbook_party p
        left join lateral (
          select subject_id from logbook_subject s
          where s.region = p.region and s.idx = p.idx
          limit 1) s on true
        where p.region = ? and p.party = ? and p.idx = any (?))
      """
          + ROWS;

  private static final String NEWEST =
      """
      with asked as (
        select ?::text as region, ?::bigint as party, unnest(?::bigint[]) as place),
      page as materialized (
        select p.region, p.idx, p.key_id, s.subject_id
        from asked a
        cross join lateral (
          select region, idx, key_id from logbook_party
          where region = a.region and party = a.party and idx < a.place
          order by idx desc
          limit 1) p
        left join lateral (
          select subject_id from logbook_subject s
          where s.region = p.region and s.idx = p.idx
          limit 1) s on true)
      """
          + ROWS;

  private static final String ALL = "";

  /// Into how many pieces what is left of a search is cut by one question.
  private static final int WAYS = 16;

  /// Of rows that lie this far apart it is remembered when they were written: what lies closer is
  /// found by one question.
  private static final int FAR = 64;

  private final String region;
  private final KeyVault keys;
  private final Sealer sealer;
  private final Moments moments = new Moments();

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
  public record Row(long index, Optional<UUID> subject, ObjectNode detail) {
    /// When it was written.
    public Instant at() {
      return Instant.parse(detail.path(Entry.TIME).asText());
    }
  }

  /// At most `limit` rows about a person with an index below `before`; none after erasure, and none
  /// whose term is over.
  public List<Row> about(Connection connection, UUID subject, long before, int limit)
      throws SQLException {
    return page(connection, ABOUT, List.of(subject, before, limit), limit).rows();
  }

  /// At most `limit` rows in which an organisation took part with an index below `before`; those of
  /// people who were erased, and those whose term is over, are left out.
  ///
  /// @param organisation its OIN
  public List<Row> of(Connection connection, String organisation, long before, int limit)
      throws SQLException {
    return pageOf(connection, organisation, Optional.empty(), before, limit).rows();
  }

  /// A page of rows, with where the next one begins.
  ///
  /// @param rows those that can be opened, newest first
  /// @param next below which index the next page begins; the index of the oldest row looked at,
  ///   whether it could be opened or not
  /// @param more whether as many rows were looked at as were asked for, or it was enough before
  public record Page(List<Row> rows, long next, boolean more) {
    /// Copies its list.
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /// The rows in which an organisation took part with an index below `before`, by which one can go
  /// on past those of people who were erased.
  ///
  /// @param organisation its OIN
  /// @param subject only those about this person; empty for whomever
  public Page pageOf(
      Connection connection, String organisation, Optional<UUID> subject, long before, int limit)
      throws SQLException {
    return pageOf(connection, organisation, subject, before, limit, _ -> true);
  }

  /// The same, as long as it is not enough: no row after that is opened.
  ///
  /// @param goesOn whether to go on after this row
  public Page pageOf(
      Connection connection,
      String organisation,
      Optional<UUID> subject,
      long before,
      int limit,
      Predicate<Row> goesOn)
      throws SQLException {
    var party = new Parties(keys).number(organisation);
    return subject.isEmpty()
        ? page(connection, OF, List.of(party, before, limit), limit, ALL, goesOn)
        : page(
            connection, TOGETHER, List.of(subject.get(), before, party, limit), limit, ALL, goesOn);
  }

  /// The rows at these places in which this organisation took part, newest first; those that can be
  /// opened no more are left out.
  ///
  /// @param organisation its OIN
  /// @param indexes at most a few thousand
  public List<Row> at(Connection connection, String organisation, List<Long> indexes)
      throws SQLException {
    var party = new Parties(keys).number(organisation);
    var places = connection.createArrayOf("bigint", indexes.toArray());
    return page(connection, AT, List.of(party, places), indexes.size()).rows();
  }

  /// The rows about the same person in which this organisation took part, around this place, as far
  /// as this word stands in them: looked for among as many newer ones as older ones, newest first.
  ///
  /// @param organisation its OIN
  /// @param index a place in the logbook; the row there counts among the older ones
  /// @param each among how many to each side at most
  /// @param word in ASCII, such as the number of an exchange; nothing for every row
  public List<Row> around(
      Connection connection, String organisation, UUID subject, long index, int each, String word)
      throws SQLException {
    var party = new Parties(keys).number(organisation);
    var told = List.of(subject, party, index, each, index, each);
    return page(connection, AROUND, told, 2 * each, word, _ -> true).rows();
  }

  /// The place below which every row of an organisation is from before this instant, but for the
  /// clocks of gateways. Each question opens the newest row below [#WAYS] places at once, so that
  /// ten million rows cost six questions, and fewer once some were asked. A row that cannot be
  /// opened makes it a later place, never an earlier one.
  ///
  /// @param organisation its OIN
  public long below(Connection connection, String organisation, Instant end) throws SQLException {
    return below(connection, organisation, end, 0);
  }

  /// The same, or a later place.
  ///
  /// @param spare how much later the place may be, by which the last question can be left out
  public long below(Connection connection, String organisation, Instant end, int spare)
      throws SQLException {
    var party = new Parties(keys).number(organisation);
    long low = moments.below(end);
    var above = moments.above(end);
    long high = Math.max(low, above.isPresent() ? above.getAsLong() : size(connection));
    while (high - low > spare) {
      var places = spread(low, high);
      var asked = connection.createArrayOf("bigint", places.toArray());
      var rows = page(connection, NEWEST, List.of(party, asked), WAYS).rows();
      if (high - low > WAYS * FAR) {
        rows.forEach(row -> moments.seen(row.index(), row.at()));
      }
      // Everything between the oldest row that is too late and the place it was found by is of
      // others.
      high =
          rows.stream()
              .filter(row -> !row.at().isBefore(end))
              .mapToLong(Row::index)
              .min()
              .orElse(high);
      for (long place : places) {
        low = place <= high ? place : low;
      }
    }
    return high;
  }

  /// At most [#WAYS] places that cut what is left into equal pieces, the last one being its end.
  private static List<Long> spread(long low, long high) {
    return LongStream.rangeClosed(1, WAYS)
        .map(piece -> low + Math.ceilDiv((high - low) * piece, WAYS))
        .distinct()
        .boxed()
        .toList();
  }

  /// How many rows the logbook holds, about whomever.
  public long size(Connection connection) throws SQLException {
    return Head.read(connection, region).map(Head::size).orElse(0L);
  }

  private Page page(Connection connection, String sql, List<?> parameters, int limit)
      throws SQLException {
    return page(connection, sql, parameters, limit, ALL, _ -> true);
  }

  private Page page(
      Connection connection,
      String sql,
      List<?> parameters,
      int limit,
      String word,
      Predicate<Row> goesOn)
      throws SQLException {
    var rows = new ArrayList<Row>();
    var rowKeys = new RowKeys(keys);
    var opener = sealer.opener();
    boolean going = true;
    long next = 0;
    int looked = 0;
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, region);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 2, parameters.get(i));
      }
      try (var row = statement.executeQuery()) {
        while (going && row.next()) {
          looked++;
          next = row.getLong(1);
          var subject = Optional.ofNullable(row.getObject(5, UUID.class));
          var key = rowKeys.known(row.getString(4), subject);
          if (key.isPresent()) {
            var bytes = opener.open(next, row.getBytes(2), row.getBytes(3), key.get());
            if (says(bytes, word)) {
              var read = new Row(next, subject, MAPPER.readValue(bytes, ObjectNode.class));
              rows.add(read);
              going = goesOn.test(read);
            }
          }
        }
      }
      return new Page(rows, next, !going || looked >= limit);
    } catch (IOException e) {
      throw new IllegalStateException("the details of a row are not JSON", e);
    }
  }

  /// In UTF-8 no byte of ASCII is part of anything else, and canonical JSON writes it as it is.
  private static boolean says(byte[] detail, String word) {
    return word.isEmpty() || new String(detail, StandardCharsets.ISO_8859_1).contains(word);
  }
}
