package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.consent.subject.PersonRegister.Place;

/// Who is helped at a desk, by whom, and until when.
///
/// A help begins with something that only the person can give: a code made at the own place, good
/// for a quarter of an hour, or the letter that the person brought. Both are used up by it. It ends
/// by itself after half an hour, by who helps, or by the person. The numbers are a choice; no
/// source gives one. May be shared between threads; every method runs in the transaction of its
/// caller, and what writes about a child runs under its lock.
public final class Helps {
  /// How long a code of the own place is good.
  public static final Duration CODE = Duration.ofMinutes(15);

  /// How long a help lasts at most.
  public static final Duration TERM = Duration.ofMinutes(30);

  /// How many codes in vain are borne of one professional in a quarter of an hour.
  public static final int TRIES = 5;

  private static final String ADD_CODE =
      """
      insert into loketcode (region, id, subject_id, person_id, code_hmac, gemaakt_op, geldig_tot)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String MADE =
      """
      select count(*)
      from loketcode
      where region = ?
        and subject_id = ?
        and person_id = ?
        and geldig_tot > ?
      """;
  private static final String FIND_CODE =
      """
      select c.id, c.subject_id, c.person_id
      from loketcode c
      where c.region = ?
        and c.code_hmac = ?
        and c.geldig_tot > ?
        and not exists (
          select from loket_hulp h
          where h.region = c.region
            and h.loketcode = c.id)
      """;
  private static final String BEGIN =
      """
      insert into loket_hulp
        (region, id, subject_id, person_id, nummer_hmac, partij, medewerker_hmac, weg, loketcode,
        brief, begonnen_op, geldig_tot)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String LIVE =
      """
      select h.id, h.subject_id, h.person_id, h.partij, h.weg, h.begonnen_op, h.geldig_tot, e.op
      from loket_hulp h
      left join loket_hulp_einde e on e.region = h.region and e.hulp = h.id
      where h.region = ?
      """;
  private static final String OF_EMPLOYEE =
      LIVE
          + """
            and h.medewerker_hmac = ?
            and h.geldig_tot > ?
            and e.op is null
          order by h.begonnen_op desc, h.id
          limit 1
          """;
  private static final String OF_NUMBER = LIVE + "  and h.nummer_hmac = ?\n  and e.op is null";
  private static final String ABOUT =
      LIVE + "  and h.subject_id = ?\norder by h.begonnen_op desc, h.id\nlimit 200";
  private static final String END =
      """
      insert into loket_hulp_einde (region, hulp, op, door)
      values (?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String TRIED =
      "insert into loket_poging (region, medewerker_hmac, op) values (?, ?, ?)";
  private static final String TRIED_SINCE =
      """
      select count(*)
      from loket_poging
      where region = ?
        and medewerker_hmac = ?
        and op > ?
      """;

  private final String region;
  private final PersonRegister people;

  /// @param region in whose part of the database it lives
  public Helps(String region) {
    this.region = region;
    this.people = new PersonRegister(region);
  }

  /// With what a help begins.
  ///
  /// @param id of the code or the letter
  /// @param place whose it is
  /// @param letter whether it is a letter
  public record Key(UUID id, Place place, boolean letter) {}

  /// A help.
  ///
  /// @param place whom it is for
  /// @param desk whose desk it is, an OIN and a role
  /// @param way `balie` or `telefoon`
  /// @param ended when it was ended before its term; empty when it was not
  public record Help(
      UUID id,
      Place place,
      String desk,
      String way,
      Instant begun,
      Instant until,
      Optional<Instant> ended) {
    /// Does it last?
    public boolean isOpen(Instant at) {
      return ended.isEmpty() && at.isBefore(until);
    }
  }

  /// Puts a code on record.
  ///
  /// @param code its keyed hash
  public void addCode(Connection tx, UUID id, Place place, Hmac code, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD_CODE)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, place.subject());
      insert.setObject(4, place.person());
      insert.setBytes(5, code.bytes());
      insert.setObject(6, ConsentTable.utc(now));
      insert.setObject(7, ConsentTable.utc(now.plus(CODE)));
      insert.executeUpdate();
    }
  }

  /// How many codes this person made while the oldest could be used.
  public int made(Connection tx, Place place, Instant now) throws SQLException {
    try (var select = tx.prepareStatement(MADE)) {
      select.setString(1, region);
      select.setObject(2, place.subject());
      select.setObject(3, place.person());
      select.setObject(4, ConsentTable.utc(now));
      return count(select);
    }
  }

  /// The code of the own place with this keyed hash, while it can be used.
  public Optional<Key> code(Connection tx, Hmac code, Instant now) throws SQLException {
    try (var select = tx.prepareStatement(FIND_CODE)) {
      select.setString(1, region);
      select.setBytes(2, code.bytes());
      select.setObject(3, ConsentTable.utc(now));
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Key(
                    row.getObject(1, UUID.class),
                    new Place(row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                    false))
            : Optional.empty();
      }
    }
  }

  /// Begins a help; what it begins with is used up, and twice breaks the transaction.
  ///
  /// @param number what stands for the person as long as it lasts
  /// @param desk whose desk it is, an OIN and a role
  /// @param employee who helps, as a keyed hash
  public Help begin(
      Connection tx,
      UUID id,
      Key key,
      Hmac number,
      String desk,
      Hmac employee,
      String way,
      Instant now)
      throws SQLException {
    var until = now.plus(TERM);
    try (var insert = tx.prepareStatement(BEGIN)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, key.place().subject());
      insert.setObject(4, key.place().person());
      insert.setBytes(5, number.bytes());
      insert.setString(6, desk);
      insert.setBytes(7, employee.bytes());
      insert.setString(8, way);
      insert.setObject(9, key.letter() ? null : key.id(), Types.OTHER);
      insert.setObject(10, key.letter() ? key.id() : null, Types.OTHER);
      insert.setObject(11, ConsentTable.utc(now));
      insert.setObject(12, ConsentTable.utc(until));
      insert.executeUpdate();
    }
    return new Help(id, key.place(), desk, way, now, until, Optional.empty());
  }

  /// The help that this professional gives now; nobody gives two at once.
  public Optional<Help> of(Connection tx, Hmac employee, Instant now) throws SQLException {
    return read(
            tx,
            OF_EMPLOYEE,
            select -> {
              select.setBytes(2, employee.bytes());
              select.setObject(3, ConsentTable.utc(now));
            })
        .stream()
        .findFirst();
  }

  /// For whom this number stands, until the help was ended; its term is for the caller.
  public Optional<Place> place(Connection tx, Hmac number) throws SQLException {
    var found = read(tx, OF_NUMBER, select -> select.setBytes(2, number.bytes()));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var place = found.getFirst().place();
    var stands = people.same(tx, place.subject()).of(place.person());
    return Optional.of(new Place(place.subject(), stands));
  }

  /// The newest of what this person was helped with, the newest first.
  public List<Help> about(Connection tx, Place place) throws SQLException {
    var same = people.same(tx, place.subject());
    return read(tx, ABOUT, select -> select.setObject(2, place.subject())).stream()
        .filter(help -> same.of(help.place().person()).equals(same.of(place.person())))
        .toList();
  }

  /// Ends a help; what ended before stays as it was.
  ///
  /// @param by `loket` or `persoon`
  public void end(Connection tx, UUID help, String by, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(END)) {
      insert.setString(1, region);
      insert.setObject(2, help);
      insert.setObject(3, ConsentTable.utc(now));
      insert.setString(4, by);
      insert.executeUpdate();
    }
  }

  /// Remembers that a professional tried a code that gave nothing.
  public void tried(Connection tx, Hmac employee, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(TRIED)) {
      insert.setString(1, region);
      insert.setBytes(2, employee.bytes());
      insert.setObject(3, ConsentTable.utc(now));
      insert.executeUpdate();
    }
  }

  /// May this professional try a code now?
  public boolean mayTry(Connection tx, Hmac employee, Instant now) throws SQLException {
    try (var select = tx.prepareStatement(TRIED_SINCE)) {
      select.setString(1, region);
      select.setBytes(2, employee.bytes());
      select.setObject(3, ConsentTable.utc(now.minus(CODE)));
      return count(select) < TRIES;
    }
  }

  private static int count(PreparedStatement select) throws SQLException {
    try (var row = select.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }

  private interface Which {
    void set(PreparedStatement select) throws SQLException;
  }

  private List<Help> read(Connection tx, String sql, Which which) throws SQLException {
    var all = new ArrayList<Help>();
    try (var select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      which.set(select);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(help(rows));
        }
      }
    }
    return all;
  }

  private static Help help(ResultSet row) throws SQLException {
    var ended = row.getObject(8, OffsetDateTime.class);
    return new Help(
        row.getObject(1, UUID.class),
        new Place(row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
        row.getString(4),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getObject(7, OffsetDateTime.class).toInstant(),
        Optional.ofNullable(ended).map(OffsetDateTime::toInstant));
  }
}
