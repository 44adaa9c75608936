package nl.sluis.gateway.terugroeping;

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
import java.util.UUID;
import nl.sluis.gateway.terugroeping.Reversal.Effect;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// What was called back, replaced and returned. It only grows.
///
/// May be shared between threads; each call works on the caller's connection.
public final class Reversals {
  private static final int MOST = 100;

  private static final String ADD =
      """
      insert into terugroeping
        (region, id, soort, transactie, pakket, tekenaar, jti, van_oin, van_rol, aan_oin, aan_rol,
         doel, regel, subject_id, reden, vervangen_door, gevolg, verklaring, gemaakt_op, uiterlijk)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String COLUMNS =
      """
      select t.id, t.soort, t.transactie, t.pakket, t.tekenaar, t.jti, t.van_oin, t.van_rol,
        t.aan_oin, t.aan_rol, t.doel, t.regel, t.subject_id, t.reden, t.vervangen_door, t.gevolg,
        t.verklaring, t.gemaakt_op, t.uiterlijk
      from terugroeping t
      where t.region = ?
      """;

  private static final String FIND = COLUMNS + "  and t.id = ?";
  private static final String SAID = COLUMNS + "  and t.tekenaar = ? and t.jti = ?";
  private static final String OF_SENDER =
      COLUMNS + "  and t.transactie = ? and t.soort <> 'retour'";
  private static final String OF_RECEIVER =
      COLUMNS + "  and t.transactie = ? and t.soort = 'retour'";

  private static final String RETURNED =
      COLUMNS
          + """
            and t.van_oin = ? and t.soort = 'retour'
            and exists (
              select from taak a
              where a.region = t.region and a.soort = 'retour-bekijken'
                and a.organisatie = t.van_oin and a.over = t.transactie
                and a.stand <> 'afgehandeld')
          order by t.gemaakt_op, t.id
          limit ?
          """;

  private final String region;

  /// @param region in whose part of the database they live
  public Reversals(String region) {
    this.region = region;
  }

  /// Notes it, in the transaction of the caller.
  ///
  /// @return false when the signer used this `jti` before, or this was said of the exchange already
  public boolean add(Connection tx, Reversal one) throws SQLException {
    var parcel = one.parcel();
    var said = one.said();
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, one.id());
      insert.setString(3, said.kind().code());
      insert.setObject(4, parcel.transaction());
      insert.setObject(5, parcel.parcel());
      insert.setString(6, said.signer().value());
      insert.setString(7, said.jti());
      insert.setString(8, parcel.from().oin().value());
      insert.setString(9, parcel.from().role().code());
      insert.setString(10, parcel.to().oin().value());
      insert.setString(11, parcel.to().role().code());
      insert.setString(12, parcel.purpose().code());
      insert.setString(13, parcel.rule());
      insert.setObject(14, parcel.subject().orElse(null));
      insert.setString(15, said.reason());
      insert.setObject(16, said.by().orElse(null));
      insert.setString(17, one.effect().code());
      insert.setString(18, said.text());
      insert.setObject(19, one.at().atOffset(ZoneOffset.UTC));
      insert.setObject(20, one.due().map(due -> due.atOffset(ZoneOffset.UTC)).orElse(null));
      return insert.executeUpdate() == 1;
    }
  }

  /// The one with this identifier.
  public Optional<Reversal> find(Connection tx, UUID id) throws SQLException {
    return one(tx, FIND, id);
  }

  /// What this signer said under this `jti`.
  public Optional<Reversal> said(Connection tx, Oin signer, String jti) throws SQLException {
    try (var select = tx.prepareStatement(SAID)) {
      select.setString(1, region);
      select.setString(2, signer.value());
      select.setString(3, jti);
      return read(select).stream().findFirst();
    }
  }

  /// What the sender of this exchange did with it: called back, or replaced.
  public Optional<Reversal> bySender(Connection tx, UUID transaction) throws SQLException {
    return one(tx, OF_SENDER, transaction);
  }

  /// That its receiver returned this exchange.
  public Optional<Reversal> byReceiver(Connection tx, UUID transaction) throws SQLException {
    return one(tx, OF_RECEIVER, transaction);
  }

  /// What came back to this sender and of which its task is not done yet: at most a hundred, the
  /// oldest first.
  public List<Reversal> returned(Connection tx, Oin sender) throws SQLException {
    try (var select = tx.prepareStatement(RETURNED)) {
      select.setString(1, region);
      select.setString(2, sender.value());
      select.setInt(3, MOST);
      return read(select);
    }
  }

  private Optional<Reversal> one(Connection tx, String sql, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      select.setObject(2, id);
      return read(select).stream().findFirst();
    }
  }

  private static List<Reversal> read(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Reversal>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(reversal(rows));
      }
    }
    return found;
  }

  private static Reversal reversal(ResultSet row) throws SQLException {
    return new Reversal(
        row.getObject("id", UUID.class),
        new Reversal.Exchange(
            row.getObject("transactie", UUID.class),
            row.getObject("pakket", UUID.class),
            party(row, "van"),
            party(row, "aan"),
            new Purpose(row.getString("doel")),
            row.getString("regel"),
            Optional.ofNullable(row.getObject("subject_id", UUID.class))),
        new Reversal.Said(
            ReversalKind.of(row.getString("soort")),
            new Oin(row.getString("tekenaar")),
            row.getString("jti"),
            row.getString("reden"),
            Optional.ofNullable(row.getObject("vervangen_door", UUID.class)),
            row.getString("verklaring")),
        Effect.of(row.getString("gevolg")),
        instant(row.getObject("gemaakt_op", OffsetDateTime.class)),
        Optional.ofNullable(row.getObject("uiterlijk", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static PartyRole party(ResultSet row, String side) throws SQLException {
    return new PartyRole(
        new Oin(row.getString(side + "_oin")), Role.of(row.getString(side + "_rol")).orElseThrow());
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }
}
