package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// Which erasures were decided, how far each is, and which keys must be dead.
///
/// May be shared between threads; every method runs in the transaction of its caller.
public final class Erasures {
  private static final String WHOLE =
      """
      with recursive one (id) as (
        select ?::uuid
        union
        select m.from_subject
        from one
        join subject_merge m on m.region = ? and m.into_subject = one.id
        where not exists (
          select from merge_undone u where u.region = m.region and u.merge_id = m.id))
      select id from one
      """;
  private static final String DECIDE =
      """
      insert into wissing (region, id, grond, verzoeker, organisatie, besloten_op)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String WHOM =
      "insert into wissing_kind (region, subject_id, wissing) select ?, s, ? from unnest(?) as s";
  private static final String OPEN =
      """
      select wissing, subject_id from wissing_kind
      where region = ?
        and wissing in (
          select distinct wissing from wissing_kind where region = ? order by wissing limit ?)
      order by wissing, subject_id
      """;
  private static final String LEFT =
      "select subject_id from wissing_kind where region = ? and wissing = ? order by subject_id";
  private static final String LOCK =
      "select id from subject where region = ? and id = any(?) order by id for update";
  private static final String ROWS =
      """
      select idx from logbook_subject
      where region = ? and subject_id = any(?) and idx > ?
      order by idx
      """;
  private static final String LISTED =
      "select coalesce(max(tot), -1) from wissing_verantwoord where region = ? and wissing = ?";
  private static final String ACCOUNTED =
      """
      insert into wissing_verantwoord (region, wissing, tot, aantal, op) values (?, ?, ?, ?, ?)
      """;
  private static final String DEAD =
      """
      insert into gewiste_sleutel (region, sleutel, op)
      select ?, s, ? from unnest(?) as s
      on conflict do nothing
      """;
  private static final String NAMES =
      "select sleutel from gewiste_sleutel where region = ? order by sleutel";
  private static final String WITHOUT_ROWS =
      """
      select s.id from subject s
      where s.region = ?
        and not exists (
          select from logbook_subject l where l.region = s.region and l.subject_id = s.id)
        and not exists (
          select from wissing_kind k where k.region = s.region and k.subject_id = s.id)
      """;
  private static final String OLD_ONES = WITHOUT_ROWS + " and s.created_at < ? limit ?";
  private static final String THESE = WITHOUT_ROWS + " and s.id = any(?)";
  private static final String FIND =
      """
      select w.grond, w.besloten_op,
        exists (select from wissing_kind k where k.region = w.region and k.wissing = w.id)
      from wissing w
      where w.region = ? and w.id = ? and w.organisatie = ?
      """;

  private final String region;

  /// @param region in whose part of the database the persons live
  public Erasures(String region) {
    this.region = region;
  }

  /// An erasure that is not done yet.
  ///
  /// @param id its name
  /// @param persons the one, and whoever turned out to be the same
  public record Open(UUID id, SortedSet<UUID> persons) {}

  /// How an erasure stands, for who decided it.
  ///
  /// @param done whether nothing is left
  public record Stand(String ground, Instant at, boolean done) {}

  /// Who asked for it: a closed list, for a free word would be one about a child.
  public enum Asker {
    /// The person.
    BETROKKENE,
    /// Who has gezag.
    OUDER_OF_VOOGD,
    /// A court.
    RECHTER,
    /// The supervisor (AVG 58).
    TOEZICHTHOUDER,
    /// The organisation itself, as when it was the wrong child.
    ORGANISATIE;

    /// The Dutch word, such as `ouder-of-voogd`.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /// This person and whoever turned out to be the same, also long ago.
  public SortedSet<UUID> whole(Connection tx, UUID person) throws SQLException {
    var found = new TreeSet<UUID>();
    try (var select = tx.prepareStatement(WHOLE)) {
      select.setObject(1, person);
      select.setString(2, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getObject(1, UUID.class));
        }
      }
    }
    return found;
  }

  /// Waits for these persons; whoever writes about them waits for us.
  void lock(Connection tx, Collection<UUID> persons) throws SQLException {
    try (var lock = tx.prepareStatement(LOCK)) {
      lock.setString(1, region);
      lock.setArray(2, tx.createArrayOf("uuid", persons.toArray()));
      lock.execute();
    }
  }

  /// Puts on record that these persons are erased.
  ///
  /// @param ground the word of a [Ground], or `termijn`
  /// @param asker the word of an [Asker], or `sluis`
  void decide(
      Connection tx,
      UUID id,
      Collection<UUID> persons,
      String ground,
      String asker,
      Oin organisation,
      Instant at)
      throws SQLException {
    try (var decide = tx.prepareStatement(DECIDE);
        var whom = tx.prepareStatement(WHOM)) {
      decide.setString(1, region);
      decide.setObject(2, id);
      decide.setString(3, ground);
      decide.setString(4, asker);
      decide.setString(5, organisation.value());
      decide.setObject(6, utc(at));
      decide.executeUpdate();
      whom.setString(1, region);
      whom.setObject(2, id);
      whom.setArray(3, tx.createArrayOf("uuid", persons.toArray()));
      whom.executeUpdate();
    }
  }

  /// The first of those that are not done.
  List<Open> open(Connection tx, int most) throws SQLException {
    var found = new LinkedHashMap<UUID, SortedSet<UUID>>();
    try (var select = tx.prepareStatement(OPEN)) {
      select.setString(1, region);
      select.setString(2, region);
      select.setInt(3, most);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          found
              .computeIfAbsent(row.getObject(1, UUID.class), _ -> new TreeSet<>())
              .add(row.getObject(2, UUID.class));
        }
      }
    }
    var open = new ArrayList<Open>();
    found.forEach((id, persons) -> open.add(new Open(id, persons)));
    return open;
  }

  /// Of this erasure, who is left.
  Set<UUID> left(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(LEFT)) {
      select.setString(1, region);
      select.setObject(2, id);
      return persons(select);
    }
  }

  /// The rows about these persons that no row `gewist` accounts for yet, ascending.
  List<Long> unaccounted(Connection tx, Open erasure) throws SQLException {
    try (var select = tx.prepareStatement(ROWS)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", erasure.persons().toArray()));
      select.setLong(3, listed(tx, erasure.id()));
      var rows = new ArrayList<Long>();
      try (var row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row.getLong(1));
        }
      }
      return rows;
    }
  }

  /// Up to which row this erasure is accounted for; -1 when nothing is.
  long listed(Connection tx, UUID id) throws SQLException {
    try (var select = tx.prepareStatement(LISTED)) {
      select.setString(1, region);
      select.setObject(2, id);
      try (var row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /// That rows `gewist` account for it, and which keys must be dead from now on.
  void account(Connection tx, Open erasure, List<Long> rows, Collection<String> keys, Instant at)
      throws SQLException {
    if (!rows.isEmpty()) {
      try (var insert = tx.prepareStatement(ACCOUNTED)) {
        insert.setString(1, region);
        insert.setObject(2, erasure.id());
        insert.setLong(3, rows.getLast());
        insert.setLong(4, rows.size());
        insert.setObject(5, utc(at));
        insert.executeUpdate();
      }
    }
    mustBeDead(tx, keys, at);
  }

  /// Puts the names of keys on record that must be dead from now on.
  void mustBeDead(Connection tx, Collection<String> keys, Instant at) throws SQLException {
    try (var insert = tx.prepareStatement(DEAD)) {
      insert.setString(1, region);
      insert.setObject(2, utc(at));
      insert.setArray(3, tx.createArrayOf("text", keys.toArray()));
      insert.executeUpdate();
    }
  }

  /// The names of all keys that must be dead.
  List<String> deadKeys(Connection tx) throws SQLException {
    var names = new ArrayList<String>();
    try (var select = tx.prepareStatement(NAMES)) {
      select.setString(1, region);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          names.add(row.getString(1));
        }
      }
    }
    return names;
  }

  /// Persons who have been here a while, and about whom no row is left.
  Set<UUID> withoutRows(Connection tx, OffsetDateTime before, int most) throws SQLException {
    try (var select = tx.prepareStatement(OLD_ONES)) {
      select.setString(1, region);
      select.setObject(2, before);
      select.setInt(3, most);
      return persons(select);
    }
  }

  /// Those of these persons about whom no row is left.
  Set<UUID> withoutRows(Connection tx, Collection<UUID> persons) throws SQLException {
    try (var select = tx.prepareStatement(THESE)) {
      select.setString(1, region);
      select.setArray(2, tx.createArrayOf("uuid", persons.toArray()));
      return persons(select);
    }
  }

  private static Set<UUID> persons(PreparedStatement select) throws SQLException {
    var found = new TreeSet<UUID>();
    try (var row = select.executeQuery()) {
      while (row.next()) {
        found.add(row.getObject(1, UUID.class));
      }
    }
    return found;
  }

  /// How an erasure stands, when this organisation decided it.
  public Optional<Stand> find(Connection tx, UUID id, Oin organisation) throws SQLException {
    try (var select = tx.prepareStatement(FIND)) {
      select.setString(1, region);
      select.setObject(2, id);
      select.setString(3, organisation.value());
      try (var row = select.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Stand(
                    row.getString(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    !row.getBoolean(3)))
            : Optional.empty();
      }
    }
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
