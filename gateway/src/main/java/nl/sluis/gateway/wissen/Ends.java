package nl.sluis.gateway.wissen;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/// When the rows of a table come to the end of a term of their own, and what goes along with them.
///
/// @param table its name
/// @param key the column, a UUID, by which its parts point at it; empty when it has none
/// @param after how long after `q.at` of the condition: the condition sees the instant that lies
///   this far back
/// @param condition in SQL, about `t` and the instant `q.at`
/// @param parts what belongs to it
record Ends(String table, String key, Period after, String condition, List<Belongs> parts) {
  private static final String OVER =
      """
      select t.%2$s
      from (values (?::timestamptz)) as q (at), %1$s t
      where t.region = ? and %3$s
      limit ?
      """;

  Ends {
    parts = List.copyOf(parts);
  }

  /// Deletes at most so many rows that came to their end, with their parts, in the caller's
  /// transaction.
  ///
  /// @param now an instant that is surely over
  /// @return how many rows went, by table
  Map<String, Integer> delete(Connection tx, String region, Instant now, int most)
      throws SQLException {
    var cut = now.atOffset(ZoneOffset.UTC).minus(after);
    var gone = new LinkedHashMap<String, Integer>();
    if (key.isEmpty()) {
      var sql =
          "delete from %1$s where ctid = any(array(\n%2$s))"
              .formatted(table, OVER.formatted(table, "ctid", condition));
      try (var delete = tx.prepareStatement(sql)) {
        delete.setObject(1, cut);
        delete.setString(2, region);
        delete.setInt(3, most);
        gone.put(table, delete.executeUpdate());
      }
      return gone;
    }
    var keys = new ArrayList<UUID>();
    try (var select = tx.prepareStatement(OVER.formatted(table, key, condition))) {
      select.setObject(1, cut);
      select.setString(2, region);
      select.setInt(3, most);
      try (var row = select.executeQuery()) {
        while (row.next()) {
          keys.add(row.getObject(1, UUID.class));
        }
      }
    }
    var whole = new Belongs(table, key, key, parts);
    var names = whole.inOrder();
    var statements = whole.deletes();
    for (int i = 0; i < statements.size(); i++) {
      gone.merge(names.get(i), OfPerson.run(tx, statements.get(i), region, keys), Integer::sum);
    }
    return gone;
  }

  /// Its name and those of its parts.
  TreeSet<String> tables() {
    var names = new TreeSet<String>();
    names.add(table);
    parts.forEach(part -> names.addAll(part.tables()));
    return names;
  }
}
