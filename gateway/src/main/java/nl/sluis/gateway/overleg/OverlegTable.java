package nl.sluis.gateway.overleg;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.policies.overleg.Member;
import nl.sluis.policies.overleg.MemberList;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Stores tables, their members and what was sent for them. May be shared between threads.
final class OverlegTable {
  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 21))";
  private static final String SHARE =
      "select pg_advisory_xact_lock_shared(hashtextextended(?, 21))";
  private static final String ADD =
      """
      insert into overleg
        (region, id, soort, doel, agendavraag, gezin_hoe, gezin_datum, geopend_op)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String ADD_MEMBER =
      """
      insert into overleg_lid
        (region, overleg, oin, rol, persoon, functie_ct, casushouder, met_reden, vastgelegd_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String ADD_SUBJECT =
      """
      insert into overleg_betrokkene (region, overleg, subject_id, vastgelegd_op)
      values (?, ?, ?, ?)
      on conflict do nothing
      """;
  private static final String ADD_STEP =
      """
      insert into overleg_stap (region, overleg, stap, gezet_op)
      values (?, ?, ?, ?)
      """;
  private static final String ADD_MESSAGE =
      """
      insert into overleg_bericht
        (region, overleg, transactie, van_oin, van_rol, aan_oin, aan_rol, subject_id, bijdrage,
        aangenomen_op)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String FIND =
      """
      select soort, doel, agendavraag from overleg where region = ? and id = ?
      """;
  private static final String MEMBERS =
      """
      select oin, rol, persoon, functie_ct, casushouder, met_reden
      from overleg_lid
      where region = ? and overleg = ?
      order by vastgelegd_op, oin, rol, persoon
      limit 100
      """;
  private static final String SUBJECTS =
      """
      select subject_id
      from overleg_betrokkene
      where region = ? and overleg = ?
      order by vastgelegd_op, subject_id
      limit 100
      """;
  private static final String STEPS =
      """
      select stap, gezet_op from overleg_stap where region = ? and overleg = ?
      """;
  private static final String SENT =
      """
      select aan_oin, aan_rol, subject_id, bijdrage, transactie
      from overleg_bericht
      where region = ? and overleg = ? and van_oin = ? and van_rol = ?
      order by aangenomen_op, transactie
      limit 1000
      """;
  // As long as the list is not frozen a table is there for the owner of the case alone.
  static final String OF_SEAT =
      """
      select distinct o.id, o.geopend_op
      from overleg o
      join overleg_lid l on l.region = o.region and l.overleg = o.id
      where o.region = ?
        and l.oin = ?
        and l.rol = ?
        and (l.casushouder
          or exists (
            select from overleg_stap s
            where s.region = o.region and s.overleg = o.id and s.stap = 'bevroren'))
      order by o.geopend_op desc, o.id
      limit 200
      """;

  /// The key of what is written here in free words; it lives outside the database.
  private static final String KEY = "overleg";

  private final String region;
  private final HourKeys keys;

  OverlegTable(String region, HourKeys keys) {
    this.region = region;
    this.keys = keys;
  }

  /// What one seat sent to another about one child.
  ///
  /// @param transaction by which its sender follows it
  record Sent(PartyRole to, UUID subject, String contribution, UUID transaction) {}

  /// A table in a list, with when it was opened.
  record Listed(UUID id, Instant openedAt) {}

  /// Waits until nobody else changes this table or sends for it.
  void lock(Connection tx, UUID id) throws SQLException {
    wait(tx, LOCK, id);
  }

  /// Waits until nobody else changes this table.
  void share(Connection tx, UUID id) throws SQLException {
    wait(tx, SHARE, id);
  }

  private void wait(Connection tx, String sql, UUID id) throws SQLException {
    try (var lock = tx.prepareStatement(sql)) {
      lock.setString(1, region + "\n" + id);
      lock.execute();
    }
  }

  void add(
      Connection tx,
      UUID id,
      String kind,
      Purpose purpose,
      String agenda,
      String familyHow,
      LocalDate familyOn,
      Instant at)
      throws SQLException {
    try (var add = tx.prepareStatement(ADD)) {
      add.setString(1, region);
      add.setObject(2, id);
      add.setString(3, kind);
      add.setString(4, purpose.code());
      add.setString(5, agenda);
      add.setString(6, familyHow);
      add.setDate(7, Date.valueOf(familyOn));
      add.setObject(8, at.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  /// @param member with the keyed word for the person, in hexadecimal
  void addMember(Connection tx, UUID id, Member member, Instant at) throws SQLException {
    try (var add = tx.prepareStatement(ADD_MEMBER)) {
      add.setString(1, region);
      add.setObject(2, id);
      add.setString(3, member.seat().oin().value());
      add.setString(4, member.seat().role().code());
      add.setBytes(5, HexFormat.of().parseHex(member.person()));
      add.setBytes(
          6, keys.seal(KEY, bound(id), member.function().getBytes(StandardCharsets.UTF_8)));
      add.setBoolean(7, member.caseOwner());
      add.setBoolean(8, member.reasoned());
      add.setObject(9, at.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  void addSubject(Connection tx, UUID id, UUID subject, Instant at) throws SQLException {
    try (var add = tx.prepareStatement(ADD_SUBJECT)) {
      add.setString(1, region);
      add.setObject(2, id);
      add.setObject(3, subject);
      add.setObject(4, at.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  void addStep(Connection tx, UUID id, String step, Instant at) throws SQLException {
    try (var add = tx.prepareStatement(ADD_STEP)) {
      add.setString(1, region);
      add.setObject(2, id);
      add.setString(3, step);
      add.setObject(4, at.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  void addMessage(
      Connection tx,
      UUID id,
      UUID transaction,
      MemberList.Exchange<UUID> exchange,
      MemberList.Contribution contribution,
      Instant at)
      throws SQLException {
    try (var add = tx.prepareStatement(ADD_MESSAGE)) {
      add.setString(1, region);
      add.setObject(2, id);
      add.setObject(3, transaction);
      add.setString(4, exchange.from().oin().value());
      add.setString(5, exchange.from().role().code());
      add.setString(6, exchange.to().oin().value());
      add.setString(7, exchange.to().role().code());
      add.setObject(8, exchange.subject());
      add.setString(9, OverlegRegister.word(contribution));
      add.setObject(10, at.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  Optional<Overleg> find(Connection tx, UUID id) throws SQLException {
    try (var find = tx.prepareStatement(FIND)) {
      find.setString(1, region);
      find.setObject(2, id);
      try (var row = find.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        var steps = steps(tx, id);
        return Optional.of(
            new Overleg(
                id,
                row.getString(1),
                new Purpose(row.getString(2)),
                row.getString(3),
                list(tx, MEMBERS, id, r -> member(id, r)),
                list(tx, SUBJECTS, id, r -> r.getObject(1, UUID.class)),
                Optional.ofNullable(steps.get("bevroren")),
                Optional.ofNullable(steps.get("gesloten"))));
      }
    }
  }

  List<Sent> sent(Connection tx, UUID id, PartyRole from) throws SQLException {
    var sent = new ArrayList<Sent>();
    try (var find = tx.prepareStatement(SENT)) {
      find.setString(1, region);
      find.setObject(2, id);
      find.setString(3, from.oin().value());
      find.setString(4, from.role().code());
      try (var row = find.executeQuery()) {
        while (row.next()) {
          sent.add(
              new Sent(
                  seat(row),
                  row.getObject(3, UUID.class),
                  row.getString(4),
                  row.getObject(5, UUID.class)));
        }
      }
    }
    return sent;
  }

  /// The tables at which this seat sits and may know of it, the newest first.
  List<Listed> ofSeat(Connection tx, PartyRole seat) throws SQLException {
    var listed = new ArrayList<Listed>();
    try (var find = tx.prepareStatement(OF_SEAT)) {
      find.setString(1, region);
      find.setString(2, seat.oin().value());
      find.setString(3, seat.role().code());
      try (var row = find.executeQuery()) {
        while (row.next()) {
          var openedAt = row.getObject(2, OffsetDateTime.class).toInstant();
          listed.add(new Listed(row.getObject(1, UUID.class), openedAt));
        }
      }
    }
    return listed;
  }

  private Map<String, Instant> steps(Connection tx, UUID id) throws SQLException {
    var steps = new HashMap<String, Instant>();
    try (var find = tx.prepareStatement(STEPS)) {
      find.setString(1, region);
      find.setObject(2, id);
      try (var row = find.executeQuery()) {
        while (row.next()) {
          steps.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
        }
      }
    }
    return steps;
  }

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> list(Connection tx, String sql, UUID id, RowReader<T> reader)
      throws SQLException {
    var list = new ArrayList<T>();
    try (var find = tx.prepareStatement(sql)) {
      find.setString(1, region);
      find.setObject(2, id);
      try (var row = find.executeQuery()) {
        while (row.next()) {
          list.add(reader.read(row));
        }
      }
    }
    return list;
  }

  private static String bound(UUID id) {
    return "overleg:" + id;
  }

  private Member member(UUID id, ResultSet row) throws SQLException {
    var function = row.getBytes(4);
    return new Member(
        seat(row),
        HexFormat.of().formatHex(row.getBytes(3)),
        function == null
            ? "onbekend"
            : new String(keys.open(KEY, bound(id), function), StandardCharsets.UTF_8),
        row.getBoolean(5),
        row.getBoolean(6));
  }

  private static PartyRole seat(ResultSet row) throws SQLException {
    return new PartyRole(new Oin(row.getString(1)), Role.of(row.getString(2)).orElseThrow());
  }
}
