package nl.sluis.gateway.bereik;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;

/// The queue of mails: what waits, what went, and for whom the day was looked at.
///
/// May be shared between threads and gateways; it works in the transaction of its caller.
final class MailTable {
  /// How often a mail is tried before it counts as not delivered; with the waits between, some
  /// thirty hours.
  static final int TRIES = 6;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(5);
  private static final int TIMES = 4;

  private static final String ADD =
      """
      insert into bereik_bericht
        (region, id, wie, dag, soort, kenmerk, subject_id, stand, niet_voor, gemaakt_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  // Who chose mail, whose minute of this day has come, and for whom the day was not looked at yet.
  private static final String TO_LOOK_AT =
      """
      select k.wie, k.eigen, k.subject_id
      from (
        select distinct on (wie) wie, eigen, subject_id, stap, kanaal
        from bereik_kanaal
        where region = ? and stap <> 'gevraagd'
        order by wie, nummer desc) k
      where k.stap = 'gekozen'
        and k.kanaal = 'e-mail'
        and ? + ((get_byte(k.wie, 0) * 256 + get_byte(k.wie, 1)) % ?) <= ?
        and not exists (
          select from bereik_bericht m
          where m.region = ? and m.wie = k.wie and m.dag = ? and m.soort = 'bericht')
      limit ?
      """;
  // Chosen once and apart: a subquery in the condition is asked again for every row, and takes
  // more.
  private static final String CLAIM =
      """
      with one as materialized (
        select w.id
        from bereik_bericht w
        where w.region = ? and w.stand = 'wacht' and w.niet_voor <= ?
          and (w.soort = 'code' or ?)
        order by w.niet_voor
        limit 1
        for update skip locked)
      update bereik_bericht b
      set pogingen = b.pogingen + 1,
        niet_voor = ?::timestamptz + ?::interval * power(?, b.pogingen)
      from one
      where b.region = ?
        and b.id = one.id
      returning b.id, b.wie, b.soort, b.kenmerk, b.subject_id, b.pogingen, b.gemaakt_op
      """;
  private static final String SETTLE =
      "update bereik_bericht set stand = ? where region = ? and id = ? and stand = 'wacht'";
  private static final String LAST =
      """
      select max(gemaakt_op)
      from bereik_bericht
      where region = ? and wie = ? and soort = 'bericht' and stand in ('wacht', 'verstuurd')
      """;

  private final String region;

  MailTable(String region) {
    this.region = region;
  }

  /// Somebody for whom this day must be looked at.
  ///
  /// @param subject a child at which that person is known
  record Person(Hmac who, Hmac own, UUID subject) {}

  /// @return false when there is one for that person and day already
  boolean add(Connection tx, Mail mail, Mail.State state, Instant notBefore) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, mail.id());
      insert.setBytes(3, mail.who().bytes());
      insert.setObject(4, Hours.day(mail.made()));
      insert.setString(5, word(mail.kind()));
      insert.setObject(6, mail.matter());
      insert.setObject(7, mail.subject());
      insert.setString(8, word(state));
      insert.setObject(9, utc(notBefore));
      insert.setObject(10, utc(mail.made()));
      return insert.executeUpdate() == 1;
    }
  }

  /// Notes that the day was looked at and there was nothing to tell.
  ///
  /// @return false when that was noted before
  boolean looked(Connection tx, Mail nothing) throws SQLException {
    return add(tx, nothing, Mail.State.NIETS, nothing.made());
  }

  List<Person> toLookAt(Connection tx, Hours hours, Instant now, int most) throws SQLException {
    var people = new ArrayList<Person>();
    LocalDate day = Hours.day(now);
    try (var select = tx.prepareStatement(TO_LOOK_AT)) {
      select.setString(1, region);
      select.setInt(2, hours.first());
      select.setInt(3, hours.length());
      select.setInt(4, Hours.minute(now));
      select.setString(5, region);
      select.setObject(6, day);
      select.setInt(7, most);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          people.add(
              new Person(
                  Hmac.of(row.getBytes(1)),
                  Hmac.of(row.getBytes(2)),
                  row.getObject(3, UUID.class)));
        }
      }
    }
    return people;
  }

  /// Takes one that waits; who takes it and falls over leaves it for the next one, later.
  ///
  /// @param open whether it is an hour at which other mail than codes goes
  Optional<Mail> claim(Connection tx, boolean open, Instant now) throws SQLException {
    try (var update = tx.prepareStatement(CLAIM)) {
      update.setString(1, region);
      update.setObject(2, utc(now));
      update.setBoolean(3, open);
      update.setObject(4, utc(now));
      update.setString(5, FIRST_WAIT.toString());
      update.setInt(6, TIMES);
      update.setString(7, region);
      try (var row = update.executeQuery()) {
        return row.next() ? Optional.of(mail(row)) : Optional.empty();
      }
    }
  }

  /// @return false when somebody else did
  boolean settle(Connection tx, UUID id, Mail.State state) throws SQLException {
    try (var update = tx.prepareStatement(SETTLE)) {
      update.setString(1, word(state));
      update.setString(2, region);
      update.setObject(3, id);
      return update.executeUpdate() == 1;
    }
  }

  /// When the last mail that something lies ready was made for this person.
  Optional<Instant> last(Connection tx, Hmac who) throws SQLException {
    try (var select = tx.prepareStatement(LAST)) {
      select.setString(1, region);
      select.setBytes(2, who.bytes());
      try (var row = select.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
      }
    }
  }

  private static Mail mail(ResultSet row) throws SQLException {
    return new Mail(
        row.getObject(1, UUID.class),
        Hmac.of(row.getBytes(2)),
        Mail.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getObject(4, UUID.class),
        row.getObject(5, UUID.class),
        row.getInt(6),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
