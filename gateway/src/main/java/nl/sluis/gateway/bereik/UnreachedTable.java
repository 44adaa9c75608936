package nl.sluis.gateway.bereik;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// The statements about who could not be told. Rows are added only; whether somebody saw it since
/// stands with the notice.
///
/// May be shared between threads; it works in the transaction of its caller.
final class UnreachedTable {
  /// Of notices that grew so old nobody is told any more.
  private static final Duration OLDEST = Duration.ofDays(30);

  // A notice that names a question is of who asked it; one about a text is of who laid it ready;
  // one
  // after help is of who referred to it.
  private static final String UNSEEN =
      """
      select k.id, k.subject_id, k.person_id, coalesce(a.sender_oin, s.van_oin, e.oin),
        coalesce(k.ask_id, k.over_id), k.gegeven_op
      from kennisgeving k
      left join consent_ask a on a.region = k.region and a.id = k.ask_id
      left join leesstuk s on s.region = k.region and s.id = k.over_id
      left join evaluatie e on e.region = k.region and e.id = k.over_id
      where k.region = ?
        and k.gegeven_op > ?
        and (k.gegeven_op <= ?
          or k.gegeven_op <= ? and exists (
            select from bereik_kanaal c
            where c.region = k.region and c.subject_id = k.subject_id
              and c.person_id = k.person_id))
        and coalesce(a.sender_oin, s.van_oin, e.oin) is not null
        and not exists (
          select from kennisgeving_antwoord n
          where n.region = k.region and n.kennisgeving_id = k.id)
        and not exists (
          select from onbereikt o
          where o.region = k.region and o.kennisgeving_id = k.id)
      order by k.gegeven_op, k.id
      limit ?
      """;
  private static final String ADD =
      """
      insert into onbereikt
        (region, kennisgeving_id, subject_id, organisatie, reden, sinds, uiterlijk)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String COUNTS =
      """
      select o.reden, count(*), count(*) filter (where o.uiterlijk <= ?), min(o.uiterlijk)
      from onbereikt o
      where o.region = ?
        and o.organisatie = ?
        and o.reden <> 'niet-nodig'
        and not exists (
          select from kennisgeving_antwoord n
          where n.region = o.region and n.kennisgeving_id = o.kennisgeving_id)
      group by o.reden
      order by o.reden
      """;

  private final String region;

  UnreachedTable(String region) {
    this.region = region;
  }

  /// A notice that nobody saw yet.
  ///
  /// @param id the notice
  /// @param person to whom it was given
  /// @param organisation that must reach that person
  /// @param about the question or the text
  /// @param givenAt when it was given
  record Unseen(
      UUID id, UUID subject, UUID person, Oin organisation, UUID about, Instant givenAt) {}

  /// How many there are for one reason.
  ///
  /// @param late of how many the term has passed
  /// @param first the first day of all their terms
  record Count(String reason, int number, int late, Instant first) {}

  /// @param week given before this, whoever it is for
  /// @param day given before this, for who once chose a way
  List<Unseen> unseen(Connection tx, Instant week, Instant day, int most) throws SQLException {
    var unseen = new ArrayList<Unseen>();
    try (var select = tx.prepareStatement(UNSEEN)) {
      select.setString(1, region);
      select.setObject(2, utc(week.minus(OLDEST)));
      select.setObject(3, utc(week));
      select.setObject(4, utc(day));
      select.setInt(5, most);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          unseen.add(
              new Unseen(
                  row.getObject(1, UUID.class),
                  row.getObject(2, UUID.class),
                  row.getObject(3, UUID.class),
                  new Oin(row.getString(4)),
                  row.getObject(5, UUID.class),
                  row.getObject(6, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return unseen;
  }

  /// @return false when it was counted before
  boolean add(Connection tx, Unseen unseen, Reason reason, Instant since, Instant due)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, unseen.id());
      insert.setObject(3, unseen.subject());
      insert.setString(4, unseen.organisation().value());
      insert.setString(5, reason.code());
      insert.setObject(6, utc(since));
      insert.setObject(7, utc(due));
      return insert.executeUpdate() == 1;
    }
  }

  List<Count> counts(Connection tx, Oin organisation, Instant now) throws SQLException {
    var counts = new ArrayList<Count>();
    try (var select = tx.prepareStatement(COUNTS)) {
      select.setObject(1, utc(now));
      select.setString(2, region);
      select.setString(3, organisation.value());
      try (var row = select.executeQuery()) {
        while (row.next()) {
          counts.add(
              new Count(
                  row.getString(1),
                  row.getInt(2),
                  row.getInt(3),
                  row.getObject(4, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return counts;
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
