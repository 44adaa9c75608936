package nl.sluis.gateway.steekproef;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.nacontrole.Actor;
import nl.sluis.gateway.steekproef.Draw.Case;
import nl.sluis.gateway.steekproef.Draw.Closed;
import nl.sluis.gateway.steekproef.Draw.Proposed;
import nl.sluis.gateway.steekproef.Draw.Seed;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.toezicht.Finding;

/// Samples as they are stored. Rows are added only; that the seed comes after the list, and that
/// two people judge who did not do it, is checked by the database too.
///
/// May be shared between threads; it works in the transaction of its caller.
final class SampleTable {
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 75))";
  private static final String LAST =
      "select max(week) from steekproef where region = ? and organisatie = ?";
  private static final String CLOSE =
      """
      insert into steekproef
        (region, id, organisatie, week, beleid, rijen, vingerafdruk, omvang, zekerheid,
         gesloten_bij, gesloten_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FOUND =
      """
      select s.id, s.organisatie, s.week, s.beleid, cardinality(s.rijen), s.vingerafdruk, s.omvang,
        s.zekerheid, s.gesloten_bij, s.gesloten_op, t.checkpoint, t.zaad, t.getrokken_op
      from steekproef s
      left join steekproef_trekking t on t.region = s.region and t.steekproef = s.id
      where s.region = ?
      """;
  private static final String OF = FOUND + " and s.organisatie = ? order by s.week desc limit ?";
  private static final String ONE = FOUND + " and s.organisatie = ? and s.id = ?";
  private static final String WAITING =
      FOUND + " and t.steekproef is null and s.gesloten_op <= ? order by s.gesloten_op limit ?";
  private static final String LIST =
      "select rijen from steekproef where region = ? and id = ? and organisatie = ?";
  private static final String SEED =
      """
      select size, decode(split_part(note, E'\\n', 3), 'base64') from checkpoint
      where region = ? and size > ?
      order by size
      limit 1
      """;
  private static final String DRAW =
      """
      insert into steekproef_trekking
        (region, steekproef, gesloten_bij, checkpoint, zaad, getrokken_op)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String ROW =
      "insert into steekproef_rij (region, steekproef, rij, wie) values (?, ?, ?, ?)";
  private static final String CASES =
      """
      select r.rij, r.wie, o.nummer, o.uitkomst, o.door, b.uitkomst, b.op
      from steekproef_rij r
      left join lateral (
        select nummer, uitkomst, door from steekproef_oordeel o
        where o.region = r.region and o.steekproef = r.steekproef and o.rij = r.rij
        order by nummer desc
        limit 1) o on true
      left join steekproef_bekeken b
        on b.region = r.region and b.steekproef = r.steekproef and b.rij = r.rij
      where r.region = ? and r.steekproef = ?
      order by r.rij
      """;
  private static final String PROPOSE =
      """
      insert into steekproef_oordeel (region, steekproef, rij, nummer, wie, uitkomst, door, op)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String AGREE =
      """
      insert into steekproef_bekeken
        (region, steekproef, rij, wie, nummer, uitkomst, voorgesteld_door, door, op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final String region;

  /// @param region in whose part of the database it lives
  SampleTable(String region) {
    this.region = region;
  }

  /// Waits for whoever closes or draws or judges at the same moment, until this transaction ends.
  void lock(Connection tx) throws SQLException {
    try (var select = tx.prepareStatement(LOCK)) {
      select.setString(1, region);
      select.execute();
    }
  }

  /// The last week that was closed; empty when none was.
  Optional<LocalDate> last(Connection tx, Oin organisation) throws SQLException {
    try (var select = tx.prepareStatement(LAST)) {
      select.setString(1, region);
      select.setString(2, organisation.value());
      try (var row = select.executeQuery()) {
        row.next();
        return Optional.ofNullable(row.getObject(1, LocalDate.class));
      }
    }
  }

  /// Fixes a list.
  void close(Connection tx, Draw draw, List<Long> rows) throws SQLException {
    try (var insert = tx.prepareStatement(CLOSE)) {
      insert.setString(1, region);
      insert.setObject(2, draw.id());
      insert.setString(3, draw.organisation().value());
      insert.setObject(4, draw.week());
      insert.setString(5, draw.policy());
      insert.setArray(6, tx.createArrayOf("bigint", rows.toArray()));
      insert.setString(7, draw.fingerprint());
      insert.setInt(8, draw.size());
      insert.setInt(9, draw.confidencePercent());
      insert.setLong(10, draw.closedAt());
      insert.setObject(11, utc(draw.at()));
      insert.executeUpdate();
    }
  }

  /// The samples of an organisation, the newest week first.
  List<Draw> of(Connection tx, Oin organisation, int most) throws SQLException {
    return draws(tx, OF, organisation.value(), most);
  }

  /// One sample of this organisation; empty when it has none with this identifier.
  Optional<Draw> one(Connection tx, Oin organisation, UUID id) throws SQLException {
    return draws(tx, ONE, organisation.value(), id).stream().findFirst();
  }

  /// Those of whomever that were closed before this moment and have no seed.
  List<Draw> waiting(Connection tx, Instant closedBefore, int most) throws SQLException {
    return draws(tx, WAITING, utc(closedBefore), most);
  }

  private List<Draw> draws(Connection tx, String sql, Object... values) throws SQLException {
    var found = new ArrayList<Draw>();
    try (var select = tx.prepareStatement(sql)) {
      select.setString(1, region);
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 2, values[i]);
      }
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(draw(row));
        }
      }
    }
    return found;
  }

  private static Draw draw(ResultSet row) throws SQLException {
    var seed = row.getBytes(12);
    return new Draw(
        row.getObject(1, UUID.class),
        new Oin(row.getString(2)),
        row.getObject(3, LocalDate.class),
        row.getString(4),
        row.getInt(5),
        row.getString(6),
        row.getInt(7),
        row.getInt(8),
        row.getLong(9),
        instant(row, 10),
        seed == null
            ? Optional.empty()
            : Optional.of(
                new Seed(row.getLong(11), HexFormat.of().formatHex(seed), instant(row, 13))));
  }

  /// The list itself, in increasing order.
  List<Long> list(Connection tx, Draw draw) throws SQLException {
    try (var select = tx.prepareStatement(LIST)) {
      select.setString(1, region);
      select.setObject(2, draw.id());
      select.setString(3, draw.organisation().value());
      try (var row = select.executeQuery()) {
        return row.next() ? Arrays.stream((Long[]) row.getArray(1).getArray()).toList() : List.of();
      }
    }
  }

  /// The seed for this list: the root of the first checkpoint that covers a later row than that of
  /// its closing; empty while there is none.
  Optional<Seed> seed(Connection tx, Draw draw, Instant now) throws SQLException {
    try (var select = tx.prepareStatement(SEED)) {
      select.setString(1, region);
      select.setLong(2, draw.closedAt());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Seed(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)), now))
            : Optional.empty();
      }
    }
  }

  /// Keeps what was drawn.
  ///
  /// @param rows by place, who acted
  /// @throws SQLException among others when the seed is not the one of [#seed]
  void draw(Connection tx, Draw draw, Seed seed, Map<Long, Actor> rows) throws SQLException {
    try (var insert = tx.prepareStatement(DRAW)) {
      insert.setString(1, region);
      insert.setObject(2, draw.id());
      insert.setLong(3, draw.closedAt());
      insert.setLong(4, seed.checkpoint());
      insert.setBytes(5, HexFormat.of().parseHex(seed.hex()));
      insert.setObject(6, utc(seed.at()));
      insert.executeUpdate();
    }
    try (var insert = tx.prepareStatement(ROW)) {
      for (var row : rows.entrySet()) {
        insert.setString(1, region);
        insert.setObject(2, draw.id());
        insert.setLong(3, row.getKey());
        insert.setBytes(4, row.getValue().bytes());
        insert.addBatch();
      }
      var _ = insert.executeBatch();
    }
  }

  /// What was drawn, with what was found of it, by place.
  List<Case> cases(Connection tx, UUID sample) throws SQLException {
    var found = new ArrayList<Case>();
    try (var select = tx.prepareStatement(CASES)) {
      select.setString(1, region);
      select.setObject(2, sample);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(one(row));
        }
      }
    }
    return found;
  }

  private static Case one(ResultSet row) throws SQLException {
    var proposed = row.getString(4);
    var closed = row.getString(6);
    return new Case(
        row.getLong(1),
        Actor.of(row.getBytes(2)),
        proposed == null
            ? Optional.empty()
            : Optional.of(
                new Proposed(
                    row.getInt(3), Finding.of(proposed).orElseThrow(), Actor.of(row.getBytes(5)))),
        closed == null
            ? Optional.empty()
            : Optional.of(new Closed(Finding.of(closed).orElseThrow(), instant(row, 7))));
  }

  /// Adds what somebody found of a row; it closes nothing.
  void propose(Connection tx, UUID sample, Case about, Finding finding, Actor by, Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(PROPOSE)) {
      insert.setString(1, region);
      insert.setObject(2, sample);
      insert.setLong(3, about.row());
      insert.setInt(4, about.proposed().map(Proposed::number).orElse(0) + 1);
      insert.setBytes(5, about.who().bytes());
      insert.setString(6, finding.code());
      insert.setBytes(7, by.bytes());
      insert.setObject(8, utc(at));
      insert.executeUpdate();
    }
  }

  /// Closes a row with what somebody else proposed.
  void agree(Connection tx, UUID sample, Case about, Proposed proposed, Actor by, Instant at)
      throws SQLException {
    try (var insert = tx.prepareStatement(AGREE)) {
      insert.setString(1, region);
      insert.setObject(2, sample);
      insert.setLong(3, about.row());
      insert.setBytes(4, about.who().bytes());
      insert.setInt(5, proposed.number());
      insert.setString(6, proposed.finding().code());
      insert.setBytes(7, proposed.by().bytes());
      insert.setBytes(8, by.bytes());
      insert.setObject(9, utc(at));
      insert.executeUpdate();
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
