package nl.sluis.consent.subject;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.PersonRegister.Place;
import nl.sluis.policies.terms.Oin;

/// The letters with which a person takes a place of their own at a child (design 10.3).
///
/// A code is kept as a keyed hash, holds for one person, until its term, once. May be shared
/// between threads; every method runs in the transaction of its caller.
public final class Letters {
  private static final String ADD =
      """
      insert into letter
        (region, id, code_hmac, key_version, subject_id, person_id, language, issued_at,
        expires_at, issued_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select l.id, l.subject_id, l.person_id, l.expires_at, u.letter_id is not null
      from letter l
      left join letter_used u on u.region = l.region and u.letter_id = l.id
      where l.region = ?
        and l.code_hmac = ?
      """;
  private static final String SENT =
      """
      select l.id, l.subject_id, l.person_id, l.expires_at, u.letter_id is not null, l.issued_by
      from letter l
      left join letter_used u on u.region = l.region and u.letter_id = l.id
      where l.region = ?
      """;
  private static final String BY_ID = SENT + "  and l.id = ?";
  private static final String ABOUT =
      SENT
          + """
            and l.subject_id = ?
          order by l.issued_at desc, l.id
          limit 100
          """;
  private static final String USE =
      """
      insert into letter_used (region, letter_id, used_at)
      values (?, ?, ?)
      on conflict do nothing
      """;
  private static final String TRIED =
      "insert into letter_tried (region, number_hmac, tried_at) values (?, ?, ?)";
  private static final String TRIES =
      """
      select count(*)
      from letter_tried
      where region = ?
        and number_hmac = ?
        and tried_at > ?
      """;

  private final String region;

  /// @param region in whose part of the database the letters live
  public Letters(String region) {
    this.region = region;
  }

  /// A letter that was sent.
  ///
  /// @param id its identifier
  /// @param place the place it gives
  /// @param expiresAt first instant at which it gives nothing any more
  /// @param used whether somebody used it
  public record Letter(UUID id, Place place, Instant expiresAt, boolean used) {
    /// Does it still give a place?
    public boolean isGood(Instant at) {
      return !used && at.isBefore(expiresAt);
    }
  }

  /// Puts a letter on record.
  ///
  /// @param code the keyed hash of its code
  /// @param by who sends it
  public void add(
      Connection tx,
      Letter letter,
      Hmac code,
      int keyVersion,
      String language,
      String by,
      Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, letter.id());
      insert.setBytes(3, code.bytes());
      insert.setInt(4, keyVersion);
      insert.setObject(5, letter.place().subject());
      insert.setObject(6, letter.place().person());
      insert.setString(7, language);
      insert.setObject(8, utc(now));
      insert.setObject(9, utc(letter.expiresAt()));
      insert.setString(10, by);
      insert.executeUpdate();
    }
  }

  /// The letter with this code.
  public Optional<Letter> find(Connection tx, Hmac code) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setBytes(2, code.bytes());
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(letter(row)) : Optional.empty();
      }
    }
  }

  /// A letter with who sent it.
  ///
  /// @param letter what it gives
  /// @param by who sent it, as it stands on record: an OIN and a role
  public record Sent(Letter letter, String by) {
    /// Was it sent by this organisation, in whatever role?
    public boolean isBy(Oin partner) {
      return by.startsWith(partner.value() + "/");
    }
  }

  /// The letter under this identifier.
  public Optional<Sent> sent(Connection tx, UUID id) throws SQLException {
    return read(tx, BY_ID, id).stream().findFirst();
  }

  /// The newest hundred letters about a child, the newest first.
  public List<Sent> about(Connection tx, UUID subject) throws SQLException {
    return read(tx, ABOUT, subject);
  }

  private List<Sent> read(Connection tx, String sql, UUID id) throws SQLException {
    var all = new ArrayList<Sent>();
    try (var select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(new Sent(letter(rows), rows.getString(6)));
        }
      }
    }
    return all;
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getObject(1, UUID.class),
        new Place(row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getBoolean(5));
  }

  /// Uses a letter up.
  ///
  /// @return false when somebody was first
  public boolean use(Connection tx, UUID letter, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(USE)) {
      insert.setString(1, region);
      insert.setObject(2, letter);
      insert.setObject(3, utc(now));
      return insert.executeUpdate() == 1;
    }
  }

  /// Remembers that somebody tried a code that gave nothing.
  public void tried(Connection tx, Hmac number, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(TRIED)) {
      insert.setString(1, region);
      insert.setBytes(2, number.bytes());
      insert.setObject(3, utc(now));
      insert.executeUpdate();
    }
  }

  /// How many codes that gave nothing this person tried since an instant.
  public int tries(Connection tx, Hmac number, Instant since) throws SQLException {
    try (var select = tx.prepareStatement(TRIES)) {
      select.setString(1, region);
      select.setBytes(2, number.bytes());
      select.setObject(3, utc(since));
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
