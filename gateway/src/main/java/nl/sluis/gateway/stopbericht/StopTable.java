package nl.sluis.gateway.stopbericht;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;
import org.jspecify.annotations.Nullable;

/// The stop messages and what came of them. It only grows.
///
/// May be shared between threads; each call works on the caller's connection.
public final class StopTable {
  private static final String COLUMNS =
      """
      select s.id, s.toestemming, s.aan_oin, s.aan_rol, s.doel, s.jws, s.gemaakt_op, s.uiterlijk
      from stopbericht s
      """;

  /// Those that nobody confirmed yet, of which PostgreSQL keeps a table of its own.
  private static final String OPEN =
      COLUMNS + "join stopbericht_open o on o.region = s.region and o.stopbericht = s.id\n";

  private static final String ADD =
      """
      insert into stopbericht
        (region, id, toestemming, aan_oin, aan_rol, doel, jws, gemaakt_op, uiterlijk)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FIND = COLUMNS + "where s.region = ? and s.id = ?";

  private static final String WAITING =
      OPEN
          + """
          where o.region = ? and o.aan_oin = ? and o.aan_rol = any(?)
          order by o.gemaakt_op, o.stopbericht
          limit ?
          """;

  private static final String OVERDUE =
      OPEN
          + """
          where o.region = ? and o.uiterlijk <= ?
            and not exists (
              select from stopbericht_te_laat t
              where t.region = o.region and t.stopbericht = o.stopbericht)
          order by o.uiterlijk, o.stopbericht
          limit ?
          """;

  private static final String NEWEST =
      COLUMNS
          + """
          where s.region = ? and s.toestemming = ?
          order by s.gemaakt_op desc, s.id
          limit 1
          """;

  private static final String ABOUT =
      COLUMNS
          + """
          join consent_ask a on a.region = s.region and a.id = s.toestemming
          where s.region = ? and a.subject_id = ?
          """;

  private static final String CONFIRM =
      """
      insert into stopbericht_bevestigd (region, stopbericht, gedaan, grond, op, door)
      values (?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String CONFIRMED =
      """
      select gedaan, grond, op
      from stopbericht_bevestigd
      where region = ? and stopbericht = ?
      order by seq
      """;

  private static final String ESCALATE =
      """
      insert into stopbericht_te_laat (region, stopbericht, op)
      values (?, ?, ?)
      on conflict do nothing
      """;

  private final String region;

  /// @param region the region whose messages these are
  public StopTable(String region) {
    this.region = region;
  }

  /// What a receiver said that it did.
  ///
  /// @param answer the word
  /// @param ground the law that makes it keep the data; empty for any other word
  /// @param at when it said so
  public record Confirmed(Answered answer, Optional<String> ground, Instant at) {}

  void add(Connection tx, StopMessage message) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, message.id());
      insert.setObject(3, message.consent());
      insert.setString(4, message.receiver().oin().value());
      insert.setString(5, message.receiver().role().code());
      insert.setString(6, message.purpose().code());
      insert.setString(7, message.jws());
      insert.setObject(8, utc(message.madeAt()));
      insert.setObject(9, utc(message.dueAt()));
      insert.executeUpdate();
    }
  }

  /// The message with this identifier.
  public Optional<StopMessage> find(Connection tx, UUID id) throws SQLException {
    try (var query = tx.prepareStatement(FIND)) {
      query.setString(1, region);
      query.setObject(2, id);
      return readAll(query).stream().findFirst();
    }
  }

  /// Every message about a consent of this child.
  public List<StopMessage> about(Connection tx, UUID subject) throws SQLException {
    try (var query = tx.prepareStatement(ABOUT)) {
      query.setString(1, region);
      query.setObject(2, subject);
      return readAll(query);
    }
  }

  /// What this receiver, in these roles, did not answer yet; the oldest first.
  public List<StopMessage> waiting(Connection tx, Oin receiver, Set<Role> roles, int limit)
      throws SQLException {
    try (var query = tx.prepareStatement(WAITING)) {
      query.setString(1, region);
      query.setString(2, receiver.value());
      query.setArray(3, tx.createArrayOf("text", roles.stream().map(Role::code).toArray()));
      query.setInt(4, limit);
      return readAll(query);
    }
  }

  /// What was not answered in time, and was not brought to anybody's attention yet.
  List<StopMessage> overdue(Connection tx, Instant now, int limit) throws SQLException {
    try (var query = tx.prepareStatement(OVERDUE)) {
      query.setString(1, region);
      query.setObject(2, utc(now));
      query.setInt(3, limit);
      return readAll(query);
    }
  }

  /// The last message about this consent.
  public Optional<StopMessage> newest(Connection tx, UUID consent) throws SQLException {
    try (var query = tx.prepareStatement(NEWEST)) {
      query.setString(1, region);
      query.setObject(2, consent);
      return readAll(query).stream().findFirst();
    }
  }

  /// Notes what the receiver says that it did.
  ///
  /// @param ground the law that makes it keep the data; null for any other word
  /// @param by who says so
  /// @return false when it said so before
  public boolean confirm(
      Connection tx,
      UUID message,
      Answered answer,
      @Nullable String ground,
      PartyRole by,
      Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(CONFIRM)) {
      insert.setString(1, region);
      insert.setObject(2, message);
      insert.setString(3, answer.code());
      insert.setString(4, ground);
      insert.setObject(5, utc(now));
      insert.setString(6, by.oin().value() + "/" + by.role().code());
      return insert.executeUpdate() == 1;
    }
  }

  /// What the receiver said that it did, the first word first.
  public List<Confirmed> confirmed(Connection tx, UUID message) throws SQLException {
    var found = new ArrayList<Confirmed>();
    try (var query = tx.prepareStatement(CONFIRMED)) {
      query.setString(1, region);
      query.setObject(2, message);
      try (var row = query.executeQuery()) {
        while (row.next()) {
          found.add(
              new Confirmed(
                  Answered.of(row.getString(1)).orElseThrow(),
                  Optional.ofNullable(row.getString(2)),
                  row.getObject(3, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return found;
  }

  /// @return false when another gateway was first
  boolean escalate(Connection tx, UUID message, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(ESCALATE)) {
      insert.setString(1, region);
      insert.setObject(2, message);
      insert.setObject(3, utc(now));
      return insert.executeUpdate() == 1;
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static List<StopMessage> readAll(PreparedStatement query) throws SQLException {
    var found = new ArrayList<StopMessage>();
    try (var rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(read(rows));
      }
    }
    return found;
  }

  private static StopMessage read(ResultSet row) throws SQLException {
    return new StopMessage(
        row.getObject(1, UUID.class),
        row.getObject(2, UUID.class),
        new PartyRole(new Oin(row.getString(3)), Role.of(row.getString(4)).orElseThrow()),
        new Purpose(row.getString(5)),
        row.getString(6),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }
}
