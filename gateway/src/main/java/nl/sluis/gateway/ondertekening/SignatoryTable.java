package nl.sluis.gateway.ondertekening;

import com.nimbusds.jose.jwk.ECKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// Stores who may sign for an organisation, and what was agreed to before its message came. It only
/// grows.
///
/// May be shared between threads; each call works on the caller's connection.
final class SignatoryTable {
  private static final HexFormat HEX = HexFormat.of();

  private static final String CLAIM =
      """
      insert into ondertekenaar_middel (region, partij, vingerafdruk, persoon)
      values (?, ?, ?, ?)
      on conflict (region, partij, vingerafdruk) do nothing
      """;
  private static final String OWNER =
      """
      select persoon from ondertekenaar_middel
      where region = ? and partij = ? and vingerafdruk = ?
      """;
  private static final String ADD =
      """
      insert into ondertekenaar
        (region, partij, vingerafdruk, persoon, id, functie, jwk, vanaf, tot)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String WITHDRAW =
      """
      insert into ondertekenaar_intrekking (region, ondertekenaar, op)
      select region, id, ?
      from ondertekenaar
      where region = ? and id = ? and partij = ?
      on conflict do nothing
      """;
  private static final String COLUMNS =
      """
      select o.id, o.partij, o.persoon, o.functie, o.vingerafdruk, o.jwk, o.vanaf, o.tot, i.op
      """;
  private static final String BY_PRINT =
      COLUMNS
          + """
          from ondertekenaar o
          left join ondertekenaar_intrekking i on i.region = o.region and i.ondertekenaar = o.id
          where o.region = ? and o.partij = ? and o.vingerafdruk = ?
          order by o.vanaf desc
          limit 20
          """;
  private static final String BY_SIGN_IN =
      COLUMNS
          + """
          from ondertekenaar o
          left join ondertekenaar_intrekking i on i.region = o.region and i.ondertekenaar = o.id
          where o.region = ? and o.vingerafdruk = ? and o.jwk is null
          order by o.vanaf desc
          limit 20
          """;
  private static final String AGREE =
      """
      insert into akkoord (region, id, ondertekenaar, voorwaarde, uitkomst, voorstel, op)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String AGREED =
      COLUMNS
          + """
          , a.voorwaarde, a.uitkomst, a.op
          from akkoord a
          join ondertekenaar o on o.region = a.region and o.id = a.ondertekenaar
          left join ondertekenaar_intrekking i on i.region = o.region and i.ondertekenaar = o.id
          where a.region = ? and a.voorstel = ? and a.voorwaarde = ? and o.partij = ?
          order by a.op desc
          limit 20
          """;

  private static final String USED =
      """
      select 1 from voorstel_gebruikt where region = ? and partij = ? and voorstel = ?
      """;
  private static final String USE =
      """
      insert into voorstel_gebruikt (region, partij, voorstel, transactie, op)
      values (?, ?, ?, ?, ?)
      """;

  private final String region;

  SignatoryTable(String region) {
    this.region = region;
  }

  /// Puts somebody on record; false when this print is of somebody else at this organisation.
  boolean add(Connection tx, Signatory who) throws SQLException {
    var person = HEX.parseHex(who.person());
    try (var claim = tx.prepareStatement(CLAIM)) {
      claim.setString(1, region);
      claim.setString(2, who.party().value());
      claim.setString(3, who.print());
      claim.setBytes(4, person);
      claim.executeUpdate();
    }
    if (!owner(tx, who).equals(Optional.of(who.person()))) {
      return false;
    }
    try (var add = tx.prepareStatement(ADD)) {
      add.setString(1, region);
      add.setString(2, who.party().value());
      add.setString(3, who.print());
      add.setBytes(4, person);
      add.setObject(5, who.id());
      add.setString(6, who.function());
      add.setString(7, who.key().map(ECKey::toJSONString).orElse(null));
      add.setObject(8, utc(who.from()));
      add.setObject(9, utc(who.until()));
      add.executeUpdate();
    }
    return true;
  }

  private Optional<String> owner(Connection tx, Signatory who) throws SQLException {
    try (var find = tx.prepareStatement(OWNER)) {
      find.setString(1, region);
      find.setString(2, who.party().value());
      find.setString(3, who.print());
      try (var row = find.executeQuery()) {
        return row.next() ? Optional.of(HEX.formatHex(row.getBytes(1))) : Optional.empty();
      }
    }
  }

  /// Takes a key or sign-in of this organisation back; false when there is none under that name, or
  /// it was taken back before.
  boolean withdraw(Connection tx, UUID id, Oin party, Instant at) throws SQLException {
    try (var withdraw = tx.prepareStatement(WITHDRAW)) {
      withdraw.setObject(1, utc(at));
      withdraw.setString(2, region);
      withdraw.setObject(3, id);
      withdraw.setString(4, party.value());
      return withdraw.executeUpdate() == 1;
    }
  }

  /// Who has this print at this organisation, the newest first.
  List<Signatory> withPrint(Connection tx, Oin party, String print) throws SQLException {
    return list(tx, BY_PRINT, region, party.value(), print);
  }

  /// Who signs in like this, at whichever organisation, the newest first.
  List<Signatory> signingIn(Connection tx, String print) throws SQLException {
    return list(tx, BY_SIGN_IN, region, print);
  }

  private static List<Signatory> list(Connection tx, String sql, String... values)
      throws SQLException {
    var found = new ArrayList<Signatory>();
    try (var find = tx.prepareStatement(sql)) {
      for (int place = 0; place < values.length; place++) {
        find.setString(place + 1, values[place]);
      }
      try (var row = find.executeQuery()) {
        while (row.next()) {
          found.add(read(row));
        }
      }
    }
    return found;
  }

  void agree(Connection tx, UUID id, Agreement.Signed signed) throws SQLException {
    try (var add = tx.prepareStatement(AGREE)) {
      add.setString(1, region);
      add.setObject(2, id);
      add.setObject(3, signed.who().id());
      add.setString(4, signed.said().condition());
      add.setString(5, signed.said().outcome());
      add.setString(6, signed.said().proposal());
      add.setObject(7, utc(signed.said().at()));
      add.executeUpdate();
    }
  }

  /// What people of this organisation said of a proposal beforehand, the newest first.
  List<Agreement.Signed> agreed(Connection tx, Oin party, String condition, String proposal)
      throws SQLException {
    var found = new ArrayList<Agreement.Signed>();
    try (var find = tx.prepareStatement(AGREED)) {
      find.setString(1, region);
      find.setString(2, proposal);
      find.setString(3, condition);
      find.setString(4, party.value());
      try (var row = find.executeQuery()) {
        while (row.next()) {
          var said =
              new Agreement(row.getString(10), row.getString(11), proposal, instant(row, 12));
          found.add(new Agreement.Signed(read(row), said));
        }
      }
    }
    return found;
  }

  /// Did this proposal of this organisation pass before?
  boolean isUsed(Connection tx, Oin party, String proposal) throws SQLException {
    try (var find = tx.prepareStatement(USED)) {
      find.setString(1, region);
      find.setString(2, party.value());
      find.setString(3, proposal);
      try (var row = find.executeQuery()) {
        return row.next();
      }
    }
  }

  /// Uses it up; the database refuses a second time.
  void use(Connection tx, Oin party, String proposal, UUID transaction, Instant at)
      throws SQLException {
    try (var use = tx.prepareStatement(USE)) {
      use.setString(1, region);
      use.setString(2, party.value());
      use.setString(3, proposal);
      use.setObject(4, transaction);
      use.setObject(5, utc(at));
      use.executeUpdate();
    }
  }

  private static Signatory read(ResultSet row) throws SQLException {
    var withdrawn = row.getObject(9, OffsetDateTime.class);
    return new Signatory(
        row.getObject(1, UUID.class),
        new Oin(row.getString(2)),
        HEX.formatHex(row.getBytes(3)),
        row.getString(4),
        row.getString(5),
        Optional.ofNullable(row.getString(6)).map(SignatoryTable::key),
        instant(row, 7),
        instant(row, 8),
        Optional.ofNullable(withdrawn).map(OffsetDateTime::toInstant));
  }

  private static ECKey key(String jwk) {
    try {
      return ECKey.parse(jwk);
    } catch (ParseException e) {
      throw new IllegalStateException("a key was checked before it was stored", e);
    }
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
