package nl.sluis.consent.machtiging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.sluis.consent.machtiging.Machtiging.Giver;
import nl.sluis.consent.machtiging.Machtiging.Taken;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.consent.subject.PersonRegister.Place;

/// The tables of who lets whom look along. Rows are only added.
///
/// May be shared between threads; every method runs in the transaction of its caller, and what
/// writes runs under the lock of the child, but for a look.
public final class Machtigingen {
  private static final String ADD =
      """
      insert into machtiging
        (region, id, subject_id, person_id, gever_nummer_hmac, gever_eigen_hmac, wie, wat, dagen,
        code_hmac, gemaakt_op, code_tot)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select m.id, m.gever_nummer_hmac, m.gever_eigen_hmac, m.subject_id, m.person_id, m.wie, m.wat,
        m.gemaakt_op, m.code_tot, m.dagen, a.nummer_hmac, a.op, a.geldig_tot, e.op
      from machtiging m
      left join machtiging_aanvaard a on a.region = m.region and a.machtiging = m.id
      left join machtiging_einde e on e.region = m.region and e.machtiging = m.id
      where m.region = ?
      """;
  private static final String BY_CODE = FIND + "  and m.code_hmac = ?";
  private static final String BY_ID = FIND + "  and m.id = ?";
  private static final String ABOUT =
      FIND
          + """
            and m.subject_id = ?
            and m.gever_nummer_hmac = ?
          order by m.gemaakt_op desc, m.id
          limit 50
          """;
  private static final String TAKEN_BY =
      FIND
          + """
            and a.nummer_hmac = ?
            and a.geldig_tot > ?
            and e.op is null
          order by a.op desc, m.id
          limit 50
          """;
  private static final String TAKE =
      """
      insert into machtiging_aanvaard (region, machtiging, nummer_hmac, op, geldig_tot)
      values (?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String END =
      """
      insert into machtiging_einde (region, machtiging, op, door)
      values (?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String LOOKED =
      "insert into machtiging_blik (region, machtiging, op, wat) values (?, ?, ?, ?)";
  private static final String LOOKS =
      """
      select op, wat
      from machtiging_blik
      where region = ?
        and machtiging = ?
      order by nummer desc
      limit 100
      """;

  private final String region;

  /// @param region in whose part of the database it lives
  public Machtigingen(String region) {
    this.region = region;
  }

  /// That the helper looked once.
  public record Look(Instant at, Part part) {}

  /// Puts one on record; its code is good for a while.
  ///
  /// @param code the keyed hash of its code
  public void add(Connection tx, Machtiging one, Hmac code) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      insert.setString(1, region);
      insert.setObject(2, one.id());
      insert.setObject(3, one.place().subject());
      insert.setObject(4, one.place().person());
      insert.setBytes(5, one.giver().number().bytes());
      insert.setBytes(6, one.giver().own().bytes());
      insert.setString(7, one.who().code());
      insert.setArray(
          8, tx.createArrayOf("text", one.parts().stream().map(Part::code).sorted().toArray()));
      insert.setInt(9, one.days());
      insert.setBytes(10, code.bytes());
      insert.setObject(11, utc(one.made()));
      insert.setObject(12, utc(one.codeUntil()));
      insert.executeUpdate();
    }
  }

  /// The one with this code.
  public Optional<Machtiging> find(Connection tx, Hmac code) throws SQLException {
    return read(tx, BY_CODE, select -> select.setBytes(2, code.bytes())).stream().findFirst();
  }

  /// The one under this identifier.
  public Optional<Machtiging> find(Connection tx, UUID id) throws SQLException {
    return read(tx, BY_ID, select -> select.setObject(2, id)).stream().findFirst();
  }

  /// The newest fifty that somebody with this number gave at a child, the newest first.
  public List<Machtiging> about(Connection tx, UUID subject, Hmac giver) throws SQLException {
    return read(
        tx,
        ABOUT,
        select -> {
          select.setObject(2, subject);
          select.setBytes(3, giver.bytes());
        });
  }

  /// Those that somebody with this number took and whose term is not over, the newest first.
  public List<Machtiging> takenBy(Connection tx, Hmac number, Instant now) throws SQLException {
    return read(
        tx,
        TAKEN_BY,
        select -> {
          select.setBytes(2, number.bytes());
          select.setObject(3, utc(now));
        });
  }

  /// The helper takes it.
  ///
  /// @return false when somebody was first
  public boolean take(Connection tx, UUID id, Taken taken) throws SQLException {
    try (var insert = tx.prepareStatement(TAKE)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setBytes(3, taken.by().bytes());
      insert.setObject(4, utc(taken.at()));
      insert.setObject(5, utc(taken.until()));
      return insert.executeUpdate() == 1;
    }
  }

  /// Ends it; what ended before stays as it was.
  ///
  /// @param by `gever` or `helper`
  public void end(Connection tx, UUID id, String by, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(END)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, utc(now));
      insert.setString(4, by);
      insert.executeUpdate();
    }
  }

  /// The helper looks.
  public void looked(Connection tx, UUID id, Part part, Instant now) throws SQLException {
    try (var insert = tx.prepareStatement(LOOKED)) {
      insert.setString(1, region);
      insert.setObject(2, id);
      insert.setObject(3, utc(now));
      insert.setString(4, part.code());
      insert.executeUpdate();
    }
  }

  /// The newest hundred times that the helper looked, the newest first.
  public List<Look> looks(Connection tx, UUID id) throws SQLException {
    var all = new ArrayList<Look>();
    try (var select = tx.prepareStatement(LOOKS)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(
              new Look(
                  rows.getObject(1, OffsetDateTime.class).toInstant(),
                  Part.of(rows.getString(2)).orElseThrow()));
        }
      }
    }
    return all;
  }

  @FunctionalInterface
  private interface Which {
    void set(PreparedStatement select) throws SQLException;
  }

  private List<Machtiging> read(Connection tx, String sql, Which which) throws SQLException {
    var all = new ArrayList<Machtiging>();
    try (var select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      which.set(select);
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          all.add(one(rows));
        }
      }
    }
    return all;
  }

  private static Machtiging one(ResultSet row) throws SQLException {
    var taken =
        row.getBytes(11) == null
            ? Optional.<Taken>empty()
            : Optional.of(new Taken(Hmac.of(row.getBytes(11)), at(row, 12), at(row, 13)));
    return new Machtiging(
        row.getObject(1, UUID.class),
        new Giver(Hmac.of(row.getBytes(2)), Hmac.of(row.getBytes(3))),
        new Place(row.getObject(4, UUID.class), row.getObject(5, UUID.class)),
        Helper.of(row.getString(6)).orElseThrow(),
        parts(row),
        at(row, 8),
        at(row, 9),
        row.getInt(10),
        taken,
        Optional.ofNullable(row.getObject(14, OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Set<Part> parts(ResultSet row) throws SQLException {
    var parts = EnumSet.noneOf(Part.class);
    for (var word : (String[]) row.getArray(7).getArray()) {
      parts.add(Part.of(word).orElseThrow());
    }
    return parts;
  }

  private static Instant at(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
