package nl.sluis.gateway.aansluiting;

import com.nimbusds.jose.jwk.JWK;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.sluis.gateway.peer.Listed;
import nl.sluis.policies.terms.Oin;

/// The signing keys that partners announced, and those that were withdrawn. It only grows.
///
/// May be shared between threads; it works in the transaction of its caller, who MUST log what is
/// added. Every gateway hears of a change at the commit.
public final class KeyBook {
  private static final String ADD =
      """
      insert into ondertekensleutel (region, eigenaar, kid, vingerafdruk, jwk, geldig_vanaf,
        vervangt, vervangt_tot, verklaring, vastgelegd_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String IS_SAME =
      """
      select 1
        from ondertekensleutel
       where region = ? and eigenaar = ? and kid = ? and verklaring = ?
      """;
  private static final String USE =
      """
      insert into ondertekensleutel_gebruikt (region, eigenaar, kid, op)
      select s.region, s.eigenaar, s.kid, ?
        from ondertekensleutel s
       where s.region = ? and s.eigenaar = ? and s.kid = ?
      on conflict do nothing
      """;
  private static final String WITHDRAW =
      """
      insert into ondertekensleutel_intrekking (region, eigenaar, kid, vingerafdruk, op)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String KEYS =
      """
      select s.eigenaar, s.jwk, s.vervangt, s.vervangt_tot, s.vastgelegd_op, g.op
        from ondertekensleutel s
        left join ondertekensleutel_gebruikt g
          on g.region = s.region and g.eigenaar = s.eigenaar and g.kid = s.kid
       where s.region = ?
       order by s.eigenaar, s.geldig_vanaf, s.kid
       limit 100000
      """;
  private static final String WITHDRAWN =
      """
      select eigenaar, kid, vingerafdruk, op
        from ondertekensleutel_intrekking
       where region = ?
       limit 100000
      """;

  private final String region;

  /// @param region in whose part of the database they live
  public KeyBook(String region) {
    this.region = region;
  }

  /// What came of an announcement.
  public enum Change {
    ADDED,
    /// It stood there already, by the same statement.
    NOTHING,
    /// Its name or the key itself was used before.
    TAKEN
  }

  /// Adds a key. The same statement again changes nothing.
  public Change add(Connection tx, Announced announced, Instant now) throws SQLException {
    var key = announced.key();
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setString(2, announced.owner().value());
      insert.setString(3, key.getKeyID());
      insert.setString(4, Listed.thumbprint(key));
      insert.setString(5, key.toJSONString());
      insert.setObject(6, PartnerBook.utc(announced.from()));
      insert.setString(7, announced.replaces());
      insert.setObject(8, PartnerBook.utc(announced.overlapEnds()));
      insert.setString(9, announced.text());
      insert.setObject(10, PartnerBook.utc(now));
      if (insert.executeUpdate() == 1) {
        PartnerBook.tell(tx, region);
        return Change.ADDED;
      }
    }
    return isSame(tx, announced) ? Change.NOTHING : Change.TAKEN;
  }

  /// Did this partner say just this before?
  public boolean isSame(Connection tx, Announced announced) throws SQLException {
    try (var select = tx.prepareStatement(IS_SAME)) {
      select.setString(1, region);
      select.setString(2, announced.owner().value());
      select.setString(3, announced.key().getKeyID());
      select.setString(4, announced.text());
      try (var row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /// Notes that a key worked.
  ///
  /// @return whether it is one that was announced and of which that was not known yet
  public boolean use(Connection tx, Oin owner, String kid, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(USE)) {
      insert.setObject(1, PartnerBook.utc(now));
      insert.setString(2, region);
      insert.setString(3, owner.value());
      insert.setString(4, kid);
      var first = insert.executeUpdate() == 1;
      if (first) {
        PartnerBook.tell(tx, region);
      }
      return first;
    }
  }

  /// Withdraws a key for ever.
  ///
  /// @return whether it was not withdrawn yet
  public boolean withdraw(Connection tx, Oin owner, JWK key, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(WITHDRAW)) {
      insert.setString(1, region);
      insert.setString(2, owner.value());
      insert.setString(3, key.getKeyID());
      insert.setString(4, Listed.thumbprint(key));
      insert.setObject(5, PartnerBook.utc(now));
      var first = insert.executeUpdate() == 1;
      if (first) {
        PartnerBook.tell(tx, region);
      }
      return first;
    }
  }

  /// Every key that was ever announced, the oldest of each partner first.
  public List<KeyRow> keys(Connection connection) throws SQLException {
    var found = new ArrayList<KeyRow>();
    try (var select = connection.prepareStatement(KEYS)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var used = Optional.ofNullable(row.getObject(6, OffsetDateTime.class));
          found.add(
              new KeyRow(
                  new Oin(row.getString(1)),
                  stored(row.getString(2)),
                  row.getString(3),
                  row.getObject(4, OffsetDateTime.class).toInstant(),
                  row.getObject(5, OffsetDateTime.class).toInstant(),
                  used.map(OffsetDateTime::toInstant)));
        }
      }
    }
    return List.copyOf(found);
  }

  /// Every key that was withdrawn.
  public List<Withdrawal> withdrawn(Connection connection) throws SQLException {
    var found = new ArrayList<Withdrawal>();
    try (var select = connection.prepareStatement(WITHDRAWN)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Withdrawal(
                  new Oin(row.getString(1)),
                  row.getString(2),
                  row.getString(3),
                  row.getObject(4, OffsetDateTime.class).toInstant()));
        }
      }
    }
    return List.copyOf(found);
  }

  private static JWK stored(String jwk) {
    try {
      return JWK.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("a key was checked before it was stored", e);
    }
  }
}
