package nl.sluis.consent.notice;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import org.jspecify.annotations.Nullable;

/// The statements about notices and the answers to them. There is none that changes one.
///
/// May be shared between threads; every method runs in the transaction of its caller.
final class NoticeTable {
  private static final String ADD =
      """
      insert into kennisgeving
        (region, id, subject_id, person_id, soort, ask_id, event_seq, over_id, ontvanger_oin,
        gegeven_op, uiterlijk)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ABOUT =
      """
      select k.id, k.person_id, k.soort, k.ask_id, k.event_seq, k.over_id, k.ontvanger_oin,
        k.gegeven_op, k.uiterlijk,
        array(select a.antwoord from kennisgeving_antwoord a
          where a.region = k.region and a.kennisgeving_id = k.id)
      from kennisgeving k
      where k.region = ?
        and k.subject_id = ?
      order by k.gegeven_op desc, k.id
      """;
  private static final String SUBJECT =
      """
      select subject_id
      from kennisgeving
      where region = ?
        and id = ?
      """;
  private static final String ANSWER =
      """
      insert into kennisgeving_antwoord (region, kennisgeving_id, antwoord, op)
      values (?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String LATE =
      """
      select k.id, k.subject_id, k.ask_id, split_part(e.recorded_by, '/', 1), k.uiterlijk
      from kennisgeving k
      join consent_event e
        on e.region = k.region and e.ask_id = k.ask_id and e.seq = k.event_seq
      where k.region = ?
        and k.uiterlijk > ?
        and k.uiterlijk <= ?
        and not exists (
          select from kennisgeving_antwoord a
          where a.region = k.region and a.kennisgeving_id = k.id)
        and not exists (
          select from kennisgeving_verlopen v
          where v.region = k.region and v.kennisgeving_id = k.id)
      order by k.uiterlijk
      limit ?
      """;
  private static final String MARK =
      """
      insert into kennisgeving_verlopen (region, kennisgeving_id, op)
      select k.region, k.id, ?
      from kennisgeving k
      where k.region = ?
        and k.id = ?
        and not exists (
          select from kennisgeving_antwoord a
          where a.region = k.region and a.kennisgeving_id = k.id)
      on conflict do nothing
      """;

  private static final Duration LOOK_BACK = Duration.ofDays(92);

  private final String region;

  NoticeTable(String region) {
    this.region = region;
  }

  /// One row, with the answers to it.
  record Row(
      UUID id,
      UUID person,
      NoticeKind kind,
      @Nullable UUID askId,
      @Nullable Long eventSeq,
      @Nullable UUID matter,
      @Nullable Oin receiver,
      Instant givenAt,
      @Nullable Instant answerBy,
      Set<NoticeAnswer> answers) {}

  UUID add(Connection tx, NoticeDraft draft, @Nullable Long eventSeq, Instant now)
      throws SQLException {
    var id = UUID.randomUUID();
    var matter = draft.matter();
    var answerBy = draft.answerBy();
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, draft.subject());
      insert.setObject(4, draft.person());
      insert.setString(5, draft.kind().code());
      insert.setObject(6, draft.askId());
      insert.setObject(7, eventSeq);
      insert.setObject(8, matter == null ? null : matter.id());
      insert.setString(9, matter == null ? null : matter.receiver().value());
      insert.setObject(10, utc(now));
      insert.setObject(11, answerBy == null ? null : utc(answerBy));
      insert.executeUpdate();
    }
    return id;
  }

  /// The notices about a child, to whomever, the newest first; the caller lets each see its own
  /// only.
  List<Row> about(Connection tx, UUID subject) throws SQLException {
    var rows = new ArrayList<Row>();
    try (var select = tx.prepareStatement(ABOUT)) {
      select.setString(1, region);
      select.setObject(2, subject);
      try (var found = select.executeQuery()) {
        while (found.next()) {
          rows.add(row(found));
        }
      }
    }
    return rows;
  }

  Optional<UUID> subject(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(SUBJECT)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  void answer(Connection tx, UUID id, NoticeAnswer answer, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(ANSWER)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setString(3, answer.code());
      insert.setObject(4, utc(now));
      insert.executeUpdate();
    }
  }

  List<Notices.Late> late(Connection tx, Instant now, int most) throws SQLException {
    var late = new ArrayList<Notices.Late>();
    try (var select = tx.prepareStatement(LATE)) {
      select.setString(1, region);
      select.setObject(2, utc(now.minus(LOOK_BACK)));
      select.setObject(3, utc(now));
      select.setInt(4, most);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          late.add(
              new Notices.Late(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getObject(3, UUID.class),
                  new Oin(row.getString(4)),
                  row.getObject(5, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return late;
  }

  /// @return false when it was answered or marked meanwhile
  boolean mark(Connection tx, UUID id, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(MARK)) {
      insert.setObject(1, utc(now));
      insert.setString(2, region);
      insert.setObject(3, id);
      return insert.executeUpdate() == 1;
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    long seq = row.getLong(5);
    var eventSeq = row.wasNull() ? null : Long.valueOf(seq);
    var receiver = row.getString(7);
    var answerBy = row.getObject(9, OffsetDateTime.class);
    var answers = EnumSet.noneOf(NoticeAnswer.class);
    for (var word : (String[]) row.getArray(10).getArray()) {
      answers.add(NoticeAnswer.of(word).orElseThrow());
    }
    return new Row(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        NoticeKind.of(row.getString(3)).orElseThrow(),
        row.getObject(4, UUID.class),
        eventSeq,
        row.getObject(6, UUID.class),
        receiver == null ? null : new Oin(receiver),
        row.getObject(8, OffsetDateTime.class).toInstant(),
        answerBy == null ? null : answerBy.toInstant(),
        answers);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
