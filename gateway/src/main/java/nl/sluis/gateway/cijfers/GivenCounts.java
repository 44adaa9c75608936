package nl.sluis.gateway.cijfers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.policies.cijfers.Group;

/// The counts that were given before, per source and measure; only added to.
///
/// Two questions at once are judged one after the other: who judges MUST hold [#lock]. May be
/// shared between threads.
final class GivenCounts {
  /// The axes of a group: months, municipalities or purposes, and groups of age.
  static final String MONTHS = "maand";

  static final String PARTS = "deel";
  static final String AGES = "leeftijd";

  /// How many counts of one measure one source can give: each new one is held against all of them.
  static final int MOST = 10_000;

  private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended(?, 20))";
  private static final String FIND =
      """
      select maanden, delen, leeftijden, aantal
      from cijfer_gegeven
      where region = ? and bron = ? and maat = ?
      limit ?
      """;
  private static final String ADD =
      """
      insert into cijfer_gegeven
        (region, bron, maat, maanden, delen, leeftijden, aantal, gegeven_op)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final String region;

  GivenCounts(String region) {
    this.region = region;
  }

  /// Waits until nobody else judges counts of this source, until the end of the transaction.
  ///
  /// What is read after it is what others committed before it: the read is a statement of its own.
  void lock(Connection tx, String source) throws SQLException {
    try (var lock = tx.prepareStatement(LOCK)) {
      lock.setString(1, region + "\n" + source);
      lock.execute();
    }
  }

  /// Every count of this measure that the source gave, by its group; one more than [#MOST] when
  /// there are more than can be held against each other. Ask [#isFull] before judging.
  Map<Group, Long> of(Connection tx, String source, String measure) throws SQLException {
    var given = new LinkedHashMap<Group, Long>();
    try (var find = tx.prepareStatement(FIND)) {
      find.setString(1, region);
      find.setString(2, source);
      find.setString(3, measure);
      find.setInt(4, MOST + 1);
      try (var row = find.executeQuery()) {
        while (row.next()) {
          var group =
              new Group(
                  Map.of(
                      MONTHS,
                      Set.of((String[]) row.getArray(1).getArray()),
                      PARTS,
                      Set.of((String[]) row.getArray(2).getArray()),
                      AGES,
                      Set.of((String[]) row.getArray(3).getArray())));
          given.put(group, row.getLong(4));
        }
      }
    }
    return given;
  }

  /// Is there no room to judge this group beside these? What is forgotten could be subtracted, so
  /// nothing is forgotten: whoever reaches the end gives no new count.
  static boolean isFull(Map<Group, Long> given, Group asked) {
    return given.size() > MOST || (given.size() == MOST && !given.containsKey(asked));
  }

  /// Remembers that a count was given.
  void add(Connection tx, String source, String measure, Group group, long count, Instant at)
      throws SQLException {
    try (var add = tx.prepareStatement(ADD)) {
      add.setString(1, region);
      add.setString(2, source);
      add.setString(3, measure);
      setWords(tx, add, 4, group.on(MONTHS));
      setWords(tx, add, 5, group.on(PARTS));
      setWords(tx, add, 6, group.on(AGES));
      add.setLong(7, count);
      add.setObject(8, at.atOffset(ZoneOffset.UTC));
      add.executeUpdate();
    }
  }

  private static void setWords(
      Connection tx, PreparedStatement statement, int place, Set<String> words)
      throws SQLException {
    var sorted = new TreeSet<>(words).toArray(String[]::new);
    statement.setArray(place, tx.createArrayOf("text", Arrays.copyOf(sorted, sorted.length)));
  }
}
