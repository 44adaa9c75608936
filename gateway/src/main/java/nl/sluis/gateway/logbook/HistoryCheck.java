package nl.sluis.gateway.logbook;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The verifier's look at the keys of the logbook: whether they follow from the one that is known,
/// and whether every change of key is a row.
///
/// For one thread.
final class HistoryCheck {
  private static final String ALL =
      """
      select verklaring, nr, grootte from sleutelgeschiedenis
      where region = ? and gebruik = 'logboek'
      order by nr
      """;

  private final Findings findings;
  private final List<String> statements = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private final KeyHistory history;
  private final UseCheck uses;

  /// @param anchor the key that whoever checks knows
  HistoryCheck(Connection connection, String region, LogKey anchor, Findings findings)
      throws SQLException {
    this.findings = findings;
    try (var statement = connection.prepareStatement(ALL)) {
      statement.setString(1, region);
      try (var row = statement.executeQuery()) {
        while (row.next()) {
          statements.add(row.getString(1));
          place(row.getString(1), row.getInt(2), row.getLong(3));
        }
      }
    }
    this.history = believed(anchor);
    this.uses = new UseCheck(connection, region, history, findings);
  }

  private void place(String statement, int number, long size) {
    var said = KeyStatement.open(statement);
    if (said.isPresent() && (said.get().number() != number || said.get().from() != size)) {
      findings.from(
          size,
          "Verklaring %d van de sleutelgeschiedenis staat niet waar zij zegt."
              .formatted(said.get().number()));
    }
  }

  private KeyHistory believed(LogKey anchor) {
    try {
      return KeyHistory.read(statements, anchor);
    } catch (BrokenHistory e) {
      findings.from(
          0,
          e.statement() == 0
              ? "De bekende sleutel komt in de sleutelgeschiedenis niet voor."
              : "Verklaring %d van de sleutelgeschiedenis is niet door de vorige sleutel getekend."
                  .formatted(e.statement()));
      return KeyHistory.of(anchor);
    }
  }

  KeyHistory history() {
    return history;
  }

  /// To be called with the statement in each row that changes a key.
  ///
  /// @param use for what the key signs
  void row(long index, String use, String statement) {
    if (!use.equals("logboek")) {
      uses.row(index, statement);
      return;
    }
    rows.add(statement);
    var from = KeyStatement.open(statement).map(KeyStatement::from).orElse(0L);
    if (from != index + 1 || !statements.contains(statement)) {
      findings.row(index, "wisselt een sleutel en staat zo niet in de sleutelgeschiedenis.");
    }
  }

  /// To be called after the last row, when rows were opened.
  void finish() {
    for (var statement : statements.subList(Math.min(1, statements.size()), statements.size())) {
      if (!rows.contains(statement)) {
        findings.from(0, "Een wisseling in de sleutelgeschiedenis is geen rij van het logboek.");
      }
    }
    uses.finish();
  }
}
