package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.policies.terms.PartyRole;
import org.jspecify.annotations.Nullable;

/// The statements that write stops and how they were weighed. None changes or removes one.
///
/// May be shared between threads; every method runs in the transaction of its caller.
final class StopTable {
  private static final String ADD =
      """
      insert into restriction
        (region, id, subject_id, kind, from_at, until_at, lifts, recorded_at, recorded_by,
        review_on, author_hmac, evidence_commitment, evidence_sealed, tegen_doel, tegen_van_oin)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String WEIGH =
      """
      insert into weighing
        (region, id, subject_id, restriction_id, upheld, author_hmac, recorded_at, recorded_by,
        evidence_commitment, evidence_sealed)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select r.subject_id, r.kind, r.from_at, r.until_at, r.review_on, r.author_hmac, r.recorded_by,
        exists (
          select from restriction l
          where l.region = r.region and l.subject_id = r.subject_id and l.lifts = r.id) as lifted,
        w.upheld
      from restriction r
      left join weighing w on w.region = r.region and w.restriction_id = r.id
      where r.region = ?
        and r.id = ?
        and r.lifts is null
      """;

  // A merge copies what is stopped, and says so (`samenvoeging:`).
  private static final String COPY =
      """
      select c.id
      from restriction r
      join restriction c on c.region = r.region
        and c.kind = r.kind
        and c.from_at = r.from_at
        and c.tegen_doel is not distinct from r.tegen_doel
        and c.tegen_van_oin is not distinct from r.tegen_van_oin
        and c.author_hmac is not distinct from r.author_hmac
        and c.review_on is not distinct from r.review_on
      where r.region = ?
        and r.id = ?
        and c.subject_id = ?
        and c.subject_id <> r.subject_id
        and c.lifts is null
        and c.recorded_by like 'samenvoeging:%'
        and not exists (
          select from restriction l
          where l.region = c.region and l.subject_id = c.subject_id and l.lifts = c.id)
      order by c.id
      limit 1
      """;

  private final String region;

  StopTable(String region) {
    this.region = region;
  }

  /// One row to be.
  ///
  /// @param lifts the stop that it lifts; null for a stop
  /// @param author the keyed hash of who recorded it; null for who is logged in
  /// @param against what it stops; null for everything
  record Row(
      UUID id,
      UUID subject,
      String kind,
      Instant from,
      @Nullable Instant until,
      @Nullable UUID lifts,
      @Nullable LocalDate reviewOn,
      @Nullable Hmac author,
      SealedEvidence evidence,
      @Nullable Against against) {
    /// By somebody who works at a partner, against everything.
    Row(
        UUID id,
        UUID subject,
        String kind,
        Instant from,
        @Nullable Instant until,
        @Nullable UUID lifts,
        @Nullable LocalDate reviewOn,
        Authored author) {
      this(id, subject, kind, from, until, lifts, reviewOn, author.key(), author.sealed(), null);
    }
  }

  void add(Connection tx, Row row, Recorder recorder, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, row.id());
      insert.setObject(3, row.subject());
      insert.setString(4, row.kind());
      insert.setObject(5, ConsentTable.utc(row.from()));
      insert.setObject(6, row.until() == null ? null : ConsentTable.utc(row.until()));
      insert.setObject(7, row.lifts());
      insert.setObject(8, ConsentTable.utc(now));
      insert.setString(9, recorder.code());
      insert.setObject(10, row.reviewOn());
      insert.setBytes(11, row.author() == null ? null : row.author().bytes());
      ConsentTable.setEvidence(insert, 12, row.evidence());
      insert.setString(14, row.against() == null ? null : row.against().purpose().code());
      insert.setString(15, row.against() == null ? null : row.against().sender().value());
      insert.executeUpdate();
    }
  }

  /// The copy of a stop at the child in which its child went up, as long as it was not lifted
  /// there.
  Optional<UUID> copy(Connection tx, UUID stop, UUID there) throws SQLException {
    try (var select = tx.prepareStatement(COPY)) {
      select.setString(1, region);
      select.setObject(2, stop);
      select.setObject(3, there);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  UUID weigh(
      Connection tx, Stop stop, boolean upheld, Authored author, Recorder recorder, Instant now)
      throws SQLException {
    var id = UUID.randomUUID();
    try (var insert = tx.prepareStatement(WEIGH)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, stop.subject());
      insert.setObject(4, stop.id());
      insert.setBoolean(5, upheld);
      insert.setBytes(6, author.key().bytes());
      insert.setObject(7, ConsentTable.utc(now));
      insert.setString(8, recorder.code());
      ConsentTable.setEvidence(insert, 9, author.sealed());
      insert.executeUpdate();
    }
    return id;
  }

  Optional<Stop> find(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(stop(id, row)) : Optional.empty();
      }
    }
  }

  private static Stop stop(UUID id, ResultSet row) throws SQLException {
    var until = row.getObject("until_at", OffsetDateTime.class);
    var author = row.getBytes("author_hmac");
    return new Stop(
        id,
        row.getObject("subject_id", UUID.class),
        row.getString("kind"),
        row.getObject("from_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(until).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getObject("review_on", LocalDate.class)),
        Optional.ofNullable(author).map(Hmac::of),
        Recorder.partner(row.getString("recorded_by")).map(PartyRole::oin),
        row.getBoolean("lifted"),
        Optional.ofNullable(row.getObject("upheld", Boolean.class)));
  }
}
