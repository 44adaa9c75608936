package nl.sluis.gateway.fsc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import nl.sluis.gateway.fsc.LogRecord.Direction;
import nl.sluis.gateway.logbook.Entry;
import nl.sluis.gateway.logbook.EntryKind;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.gateway.trace.TransactionNumber;
import nl.sluis.policies.terms.Oin;

/// The transaction log as one peer may read it: the records in which it takes part, and nothing
/// that tells how much there is of others.
///
/// A page goes on behind a record of the reader's own, by its random name. May be shared between
/// threads.
public final class PeerLog {
  /// One ordered look in an index for each way in which a peer can take part.
  private static final String PAGE =
      """
      with asked as (
        select ?::text as region, ?::text as peer, ?::bigint as above, ?::bigint as below,
          ?::timestamptz as first, ?::timestamptz as past, ?::text[] as grants,
          ?::text[] as services, ?::uuid[] as numbers, ?::boolean as every)
      select r.*
      from asked a
      cross join lateral (
        (select *
        from fsc_logregel t
        where t.region = a.region and t.peer = a.peer and %1$s
        order by t.nr %2$s
        limit ?)
        union
        (select *
        from fsc_logregel t
        where t.region = a.region and t.bron_voor = a.peer and %1$s
        order by t.nr %2$s
        limit ?)
        union
        (select *
        from fsc_logregel t
        where t.region = a.region and t.bestemming_voor = a.peer and %1$s
        order by t.nr %2$s
        limit ?)) as r
      order by r.nr %2$s
      limit ?
      """;

  private static final String FITS =
      """
      t.nr > a.above and t.nr < a.below and t.op >= a.first and t.op < a.past
          and (a.every or t.toekenning = any(a.grants) or t.dienst = any(a.services)
            or t.transactie = any(a.numbers))\
      """;

  private static final String UP = PAGE.formatted(FITS, "asc");
  private static final String DOWN = PAGE.formatted(FITS, "desc");

  private static final String PLACE =
      """
      select nr
      from fsc_logregel
      where region = ? and id = ? and ? in (peer, bron_voor, bestemming_voor)
      """;

  private final String region;
  private final Oin sluis;
  private final DataSource database;

  /// @param sluis Sluis' own number
  public PeerLog(String region, Oin sluis, DataSource database) {
    this.region = region;
    this.sluis = sluis;
    this.database = database;
  }

  /// A page in the words of the standard; empty when the cursor is none of this peer.
  public Optional<ObjectNode> page(Oin peer, LogQuestion question) throws SQLException {
    try (var connection = database.getConnection()) {
      var place = OptionalLong.empty();
      if (question.cursor().isPresent()) {
        place = place(connection, peer, question.cursor().get());
        if (place.isEmpty()) {
          return Optional.empty();
        }
      }
      return Optional.of(told(read(connection, peer, question, place), question.limit()));
    }
  }

  private ObjectNode told(List<LogRecord> found, int limit) {
    var body = JsonNodeFactory.instance.objectNode();
    ArrayNode records = body.putArray("records");
    var page = found.subList(0, Math.min(limit, found.size()));
    page.forEach(record -> records.add(record.told(sluis)));
    var next = found.size() > limit ? page.getLast().id().toString() : "";
    body.putObject("pagination").put("next_cursor", next);
    return body;
  }

  private OptionalLong place(Connection connection, Oin peer, UUID cursor) throws SQLException {
    try (var query = connection.prepareStatement(PLACE)) {
      query.setString(1, region);
      query.setObject(2, cursor);
      query.setString(3, peer.value());
      try (var row = query.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  private List<LogRecord> read(
      Connection connection, Oin peer, LogQuestion question, OptionalLong place)
      throws SQLException {
    boolean up = question.ascending();
    var numbers = question.transactions().stream().map(TransactionNumber::value).toArray();
    try (var query = connection.prepareStatement(up ? UP : DOWN)) {
      query.setString(1, region);
      query.setString(2, peer.value());
      query.setLong(3, up ? place.orElse(Long.MIN_VALUE) : Long.MIN_VALUE);
      query.setLong(4, up ? Long.MAX_VALUE : place.orElse(Long.MAX_VALUE));
      query.setObject(5, time(question.from()));
      query.setObject(6, time(question.until()));
      query.setArray(7, connection.createArrayOf("text", question.grants().toArray()));
      query.setArray(8, connection.createArrayOf("text", question.services().toArray()));
      query.setArray(9, connection.createArrayOf("uuid", numbers));
      query.setBoolean(
          10,
          question.grants().isEmpty()
              && question.services().isEmpty()
              && question.transactions().isEmpty());
      for (int i = 11; i <= 14; i++) {
        query.setInt(i, question.limit() + 1);
      }
      try (var row = query.executeQuery()) {
        var found = new ArrayList<LogRecord>();
        while (row.next()) {
          found.add(record(row));
        }
        return found;
      }
    }
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static LogRecord record(ResultSet row) throws SQLException {
    return new LogRecord(
        row.getObject("id", UUID.class),
        new TransactionNumber(row.getObject("transactie", UUID.class)),
        row.getString("richting").equals(Direction.IN.code()) ? Direction.IN : Direction.UIT,
        new Oin(row.getString("peer")),
        Optional.ofNullable(row.getString("bron_voor")).map(Oin::new),
        Optional.ofNullable(row.getString("bestemming_voor")).map(Oin::new),
        row.getString("dienst"),
        row.getString("toekenning"),
        Optional.ofNullable(row.getObject("uitwisseling", UUID.class)),
        Optional.ofNullable(row.getString("trace")),
        Optional.ofNullable(row.getString("aanroep")),
        row.getObject("op", OffsetDateTime.class).toInstant());
  }

  /// The work of writing down that a peer looked; about nobody, for nothing of a person is told.
  public Work<Boolean> seen(Oin peer) {
    return new Work<>() {
      @Override
      public Needs needs() {
        return Needs.nothing();
      }

      @Override
      public Plan<Boolean> plan(Found found) {
        var detail = JsonNodeFactory.instance.objectNode();
        detail.put("afzender", peer.value()).put("handeling", "fsc-logregels-gelezen");
        return Plan.of(List.of(new Entry(EntryKind.INSPECTION, Optional.empty(), detail)), true);
      }
    };
  }
}
