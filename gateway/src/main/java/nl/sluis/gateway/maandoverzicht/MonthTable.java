package nl.sluis.gateway.maandoverzicht;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.sluis.gateway.inzicht.Ref;
import nl.sluis.gateway.logbook.TreeHash;

/// What was committed to of each month, as it is stored; what is there is never replaced.
///
/// May be shared between threads; it works on the connection of its caller.
final class MonthTable {
  private static final int LEAF = Short.BYTES + 1 + Long.BYTES + TreeHash.LENGTH;
  private static final String COLUMNS =
      "subject_id, kijker, maand, tot, wortel, plek, pad, bladen, rij";
  private static final String ADD =
      "insert into maandboom (region, " + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String LAST =
      "select "
          + COLUMNS
          + """
           from maandboom
          where region = ? and subject_id = ? and kijker = ? and maand = ?
          order by tot desc
          limit 1
          """;
  private static final String PAGE =
      "select "
          + COLUMNS
          + """
           from maandboom
          where region = ? and (subject_id, kijker, maand, tot) > (?, ?, ?, ?)
          order by subject_id, kijker, maand, tot
          limit ?
          """;
  private static final String THERE =
      """
      select subject_id, kijker from maandboom
      where region = ? and maand = ? and tot = ? and subject_id = any(?)
      """;

  /// Everybody who could log in and see something, whether anything is hidden or not: whoever has a
  /// place at a child, and every child that has a number to log in with itself.
  private static final String MISSING =
      """
      select v.subject_id, v.kijker, m.maand
      from (
        select a.subject_id, ''::bytea as kijker
        from alias a
        where a.region = ? and a.reference_kind = 'bsn' and a.unlinked_at is null
        union
        select p.subject_id, p.number_hmac
        from place p
        where p.region = ?
          and not exists (
            select from place_ended e where e.region = p.region and e.place_id = p.id)
          and exists (
            select from alias a
            where a.region = p.region and a.subject_id = p.subject_id and a.unlinked_at is null)
      ) v
      cross join unnest(?::date[], ?::timestamptz[]) as m (maand, tot)
      where not exists (
        select from maandboom b
        where b.region = ? and b.subject_id = v.subject_id and b.kijker = v.kijker
          and b.maand = m.maand and b.tot = m.tot)
      order by m.maand desc, v.subject_id, v.kijker
      limit ?
      """;

  /// Rows that two gateways make at the same time would hold roots that nobody uses.
  private static final String ALONE =
      "select pg_advisory_xact_lock(hashtext('sluis maandboom ' || ?))";

  private static final String DECISIONS =
      """
      select e.id from embargo e
      join embargo_lifted l on l.region = e.region and l.embargo_id = e.id
      where e.region = ? and e.about = any(?)
      order by e.id
      """;

  private final String region;

  /// @param region in whose part of the database they live
  MonthTable(String region) {
    this.region = region;
  }

  /// A viewer of whom a period was not committed to.
  @SuppressWarnings("ArrayRecordComponent")
  record Missing(UUID subject, byte[] viewer, Period period) {}

  /// Viewers of whom one of these periods was not committed to, those of the newest month first.
  List<Missing> missing(Connection tx, List<Period> periods, int limit) throws SQLException {
    var found = new ArrayList<Missing>();
    var months = periods.stream().map(p -> p.month().atDay(1).toString()).toArray();
    var untils = periods.stream().map(p -> p.until().toString()).toArray();
    try (var select = tx.prepareStatement(MISSING)) {
      select.setString(1, region);
      select.setString(2, region);
      select.setArray(3, tx.createArrayOf("text", months));
      select.setArray(4, tx.createArrayOf("text", untils));
      select.setString(5, region);
      select.setInt(6, limit);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          var month = YearMonth.from(row.getObject(3, LocalDate.class));
          found.add(
              new Missing(
                  row.getObject(1, UUID.class),
                  row.getBytes(2),
                  periods.stream().filter(p -> p.month().equals(month)).findFirst().orElseThrow()));
        }
      }
    }
    return found;
  }

  /// Lets nobody else commit to months until this transaction ends.
  void alone(Connection tx) throws SQLException {
    try (var select = tx.prepareStatement(ALONE)) {
      select.setString(1, region);
      select.execute();
    }
  }

  /// Those of these, all of one period, that nobody committed to yet.
  List<Draft> notThere(Connection tx, List<Draft> drafts) throws SQLException {
    var period = drafts.getFirst().period();
    var there = new HashSet<String>();
    try (var select = tx.prepareStatement(THERE)) {
      select.setString(1, region);
      select.setObject(2, period.month().atDay(1));
      select.setObject(3, period.until().atOffset(ZoneOffset.UTC));
      select.setArray(
          4, tx.createArrayOf("uuid", drafts.stream().map(Draft::subject).distinct().toArray()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          there.add(name(row.getObject(1, UUID.class), row.getBytes(2)));
        }
      }
    }
    return drafts.stream()
        .filter(draft -> !there.contains(name(draft.subject(), draft.viewer())))
        .toList();
  }

  private static String name(UUID subject, byte[] viewer) {
    return subject + "/" + HexFormat.of().formatHex(viewer);
  }

  /// Keeps all of these, in one journey.
  void add(Connection tx, List<Committed> all) throws SQLException {
    try (var insert = tx.prepareStatement(ADD)) {
      for (var one : all) {
        insert.setString(1, region);
        insert.setObject(2, one.subject());
        insert.setBytes(3, one.viewer());
        insert.setObject(4, one.period().month().atDay(1));
        insert.setObject(5, one.period().until().atOffset(ZoneOffset.UTC));
        insert.setBytes(6, one.root());
        insert.setInt(7, one.stands().slot());
        insert.setBytes(8, join(one.stands().path()));
        insert.setBytes(9, bytes(one.leaves()));
        insert.setLong(10, one.stands().row());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// The last that was committed to of this month.
  Optional<Committed> last(Connection tx, UUID subject, byte[] viewer, YearMonth month)
      throws SQLException {
    try (var select = tx.prepareStatement(LAST)) {
      select.setString(1, region);
      select.setObject(2, subject);
      select.setBytes(3, viewer);
      select.setObject(4, month.atDay(1));
      try (var row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  /// The next after this one in the order of the table, at most so many.
  List<Committed> after(Connection tx, Optional<Committed> before, int limit) throws SQLException {
    var found = new ArrayList<Committed>();
    try (var select = tx.prepareStatement(PAGE)) {
      select.setString(1, region);
      select.setObject(2, before.map(Committed::subject).orElse(new UUID(0, 0)));
      select.setBytes(3, before.map(Committed::viewer).orElse(new byte[0]));
      select.setObject(4, before.map(b -> b.period().month().atDay(1)).orElse(LocalDate.EPOCH));
      select.setObject(
          5,
          before
              .map(b -> b.period().until().atOffset(ZoneOffset.UTC))
              .orElse(LocalDate.EPOCH.atStartOfDay().atOffset(ZoneOffset.UTC)));
      select.setInt(6, limit);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(read(row));
        }
      }
    }
    return found;
  }

  /// By which decisions anything of these names was hidden and shown again.
  List<UUID> decisions(Connection tx, Iterable<UUID> names) throws SQLException {
    var all = new ArrayList<UUID>();
    names.forEach(all::add);
    var found = new ArrayList<UUID>();
    try (var select = tx.prepareStatement(DECISIONS)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", all.toArray()));
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
    }
    return found;
  }

  private static Committed read(ResultSet row) throws SQLException {
    return new Committed(
        row.getObject(1, UUID.class),
        row.getBytes(2),
        new Period(
            YearMonth.from(row.getObject(3, LocalDate.class)),
            row.getObject(4, OffsetDateTime.class).toInstant()),
        row.getBytes(5),
        leaves(row.getBytes(8)),
        new Committed.Stands(row.getLong(9), row.getInt(6), split(row.getBytes(7))));
  }

  private static byte[] bytes(Map<Integer, Committed.Leaf> leaves) {
    var all = ByteBuffer.allocate(leaves.size() * LEAF);
    new TreeMap<>(leaves)
        .forEach(
            (place, leaf) ->
                all.putShort(place.shortValue())
                    .put((byte) (leaf.ref().own() ? 1 : 0))
                    .putLong(leaf.ref().number())
                    .put(leaf.hash()));
    return all.array();
  }

  private static Map<Integer, Committed.Leaf> leaves(byte[] bytes) {
    var all = ByteBuffer.wrap(bytes);
    var leaves = new TreeMap<Integer, Committed.Leaf>();
    while (all.hasRemaining()) {
      int place = all.getShort();
      var ref = new Ref(all.get() == 1, all.getLong());
      var hash = new byte[TreeHash.LENGTH];
      all.get(hash);
      leaves.put(place, new Committed.Leaf(ref, hash));
    }
    return leaves;
  }

  private static byte[] join(List<byte[]> hashes) {
    var all = ByteBuffer.allocate(hashes.size() * TreeHash.LENGTH);
    hashes.forEach(all::put);
    return all.array();
  }

  private static List<byte[]> split(byte[] bytes) {
    var all = ByteBuffer.wrap(bytes);
    var hashes = new ArrayList<byte[]>();
    while (all.hasRemaining()) {
      var hash = new byte[TreeHash.LENGTH];
      all.get(hash);
      hashes.add(hash);
    }
    return hashes;
  }
}
