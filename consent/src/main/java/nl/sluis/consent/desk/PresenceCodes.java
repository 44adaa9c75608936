package nl.sluis.consent.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import org.jspecify.annotations.Nullable;

/// The codes by which somebody shows a professional to be there, while they can be used.
///
/// A code is good for one person at one child, for one organisation and one purpose, once, and for
/// a quarter of an hour. After five wrong ones in that time none of that organisation is good at
/// that child. Both numbers are a choice; no source gives one. May be shared between threads; every
/// method runs in the transaction of its caller, and what writes runs under the lock of the child.
public final class PresenceCodes {
  /// How long a code can be used.
  public static final Duration TERM = Duration.ofMinutes(15);

  /// How many wrong codes are borne in that time.
  public static final int TRIES = 5;

  private static final String ADD =
      """
      insert into aanwezigheid
        (region, id, subject_id, person_id, partij_oin, doel, code_hmac, gevraagd_op, geldig_tot)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String OPEN =
      """
      select a.id, a.person_id, a.code_hmac
      from aanwezigheid a
      where a.region = ?
        and a.subject_id = ?
        and a.partij_oin = ?
        and a.doel = ?
        and a.geldig_tot > ?
        and not exists (
          select from aanwezigheid_gebruikt g
          where g.region = a.region and g.id = a.id)
        and (
          select count(*)
          from aanwezigheid_poging p
          where p.region = a.region and p.subject_id = a.subject_id
            and p.partij_oin = a.partij_oin and p.op > ?) < ?
      """;
  private static final String ASKED =
      """
      select count(*)
      from aanwezigheid
      where region = ?
        and subject_id = ?
        and partij_oin = ?
        and geldig_tot > ?
      """;
  private static final String USE =
      """
      insert into aanwezigheid_gebruikt (region, id, op)
      values (?, ?, ?)
      """;
  private static final String TRIED =
      """
      insert into aanwezigheid_poging (region, subject_id, partij_oin, op)
      values (?, ?, ?, ?)
      """;

  private final String region;
  private final PersonRegister people;

  /// A code that can be used.
  ///
  /// @param id its identifier
  /// @param person whose code it is
  public record Code(UUID id, UUID person) {}

  /// @param region in whose part of the database the codes live
  public PresenceCodes(String region) {
    this.region = region;
    this.people = new PersonRegister(region);
  }

  /// Puts a code on record.
  ///
  /// @param party for which organisation it is good
  /// @param hash the keyed hash of the code
  public void add(
      Connection tx, Code code, UUID subject, Oin party, Purpose purpose, Hmac hash, Instant now)
      throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, code.id());
      insert.setObject(3, subject);
      insert.setObject(4, code.person());
      insert.setString(5, party.value());
      insert.setString(6, purpose.code());
      insert.setBytes(7, hash.bytes());
      insert.setObject(8, ConsentTable.utc(now));
      insert.setObject(9, ConsentTable.utc(now.plus(TERM)));
      insert.executeUpdate();
    }
  }

  /// How many codes this organisation asked for at this child while the oldest could be used.
  public int asked(Connection tx, UUID subject, Oin party, Instant now) throws SQLException {
    try (var select = tx.prepareStatement(ASKED)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setString(3, party.value());
      select.setObject(4, ConsentTable.utc(now));
      try (var row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /// The codes that this organisation can use now at this child, by their keyed hashes.
  public Map<Hmac, Code> open(Connection tx, UUID subject, Oin party, Purpose purpose, Instant now)
      throws SQLException {
    var same = people.same(tx, subject);
    var open = new HashMap<Hmac, Code>();
    try (var select = tx.prepareStatement(OPEN)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setString(3, party.value());
      select.setString(4, purpose.code());
      select.setObject(5, ConsentTable.utc(now));
      select.setObject(6, ConsentTable.utc(now.minus(TERM)));
      select.setInt(7, TRIES);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          open.put(
              Hmac.of(row.getBytes(3)),
              new Code(row.getObject(1, UUID.class), same.of(row.getObject(2, UUID.class))));
        }
      }
    }
    return open;
  }

  /// Uses codes up; one that was used before breaks the transaction.
  ///
  /// @param codes those of the yeses of one sheet; null where there was none
  void use(Connection tx, Stream<@Nullable UUID> codes, Instant now) throws SQLException {
    for (var code : codes.filter(Objects::nonNull).distinct().toList()) {
      try (var insert = tx.prepareStatement(USE)) {
        insert.setString(1, region);
        insert.setObject(2, code);
        insert.setObject(3, ConsentTable.utc(now));
        insert.executeUpdate();
      }
    }
  }

  /// Remembers that an organisation brought a code that was none, when it did.
  void count(Connection tx, UUID subject, Recorder recorder, boolean wrong, Instant now)
      throws SQLException {
    if (wrong && recorder instanceof Recorder.Partner(PartyRole party)) {
      tried(tx, subject, party.oin(), now);
    }
  }

  private void tried(Connection tx, UUID subject, Oin party, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(TRIED)) {
      insert.setString(1, region);
      insert.setObject(2, subject);
      insert.setString(3, party.value());
      insert.setObject(4, ConsentTable.utc(now));
      insert.executeUpdate();
    }
  }
}
