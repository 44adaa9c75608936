package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.gateway.keys.KeyUse;

/// The verifier's look at the keys with which Sluis signs anything but the logbook: whether the key
/// of the logbook vouches for each, and whether every change is a row.
///
/// For one thread.
final class UseCheck {
  private static final String ALL =
      """
      select gebruik, verklaring, nr, grootte from sleutelgeschiedenis
      where region = ? and gebruik <> 'logboek'
      order by gebruik, nr
      """;

  private final Findings findings;
  private final Map<String, Long> changes = new LinkedHashMap<>();
  private final Set<String> rows = new HashSet<>();

  UseCheck(Connection connection, String region, KeyHistory log, Findings findings)
      throws SQLException {
    this.findings = findings;
    var byUse = new LinkedHashMap<String, List<String>>();
    try (var statement = connection.prepareStatement(ALL)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          var before = byUse.computeIfAbsent(row.getString(1), _ -> new ArrayList<>());
          before.add(row.getString(2));
          place(row.getString(1), row.getInt(3), before.size(), row.getLong(4));
          if (before.size() > 1) {
            changes.put(row.getString(2), row.getLong(4));
          }
        }
      }
    }
    byUse.forEach((use, statements) -> believe(use, statements, log));
  }

  private void place(String use, int number, int expected, long rows) {
    if (number != expected || (number == 1 && rows != 0)) {
      findings.from(
          rows,
          "Verklaring %d over de sleutels voor `%s` staat niet waar zij zegt."
              .formatted(expected, use));
    }
  }

  private void believe(String use, List<String> statements, KeyHistory log) {
    var known = KeyUse.of(use);
    if (known.isEmpty()) {
      findings.from(0, "De sleutelgeschiedenis noemt een gebruik dat niet bestaat.");
      return;
    }
    try {
      var _ = UseHistory.read(statements, known.get(), log);
    } catch (BrokenHistory e) {
      findings.from(
          0,
          "Verklaring %d over de sleutels voor `%s` is niet door het logboek getekend."
              .formatted(e.statement(), use));
    }
  }

  /// To be called with the statement in each row that changes such a key.
  void row(long index, String statement) {
    rows.add(statement);
    if (changes.getOrDefault(statement, 0L) != index + 1) {
      findings.row(index, "wisselt een sleutel en staat zo niet in de sleutelgeschiedenis.");
    }
  }

  /// To be called after the last row, when rows were opened.
  void finish() {
    for (var statement : changes.keySet()) {
      if (!rows.contains(statement)) {
        findings.from(0, "Een wisseling in de sleutelgeschiedenis is geen rij van het logboek.");
      }
    }
  }
}
