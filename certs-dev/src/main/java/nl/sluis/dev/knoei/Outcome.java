package nl.sluis.dev.knoei;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import nl.sluis.gateway.logbook.LogbookReport;

/// What came of one attack.
///
/// @param attack what was done
/// @param withoutKeys whether the check that opens nothing noticed
/// @param held whether it was noticed as it should be
/// @param said what gave it away, in Dutch
record Outcome(Attack attack, boolean withoutKeys, boolean held, String said) {
  /// Does it, looks, and undoes it.
  static Outcome of(Attack attack, SmallLogbook logbook, Connection tx) throws SQLException {
    return of(attack, tx, () -> seen(attack, logbook, tx));
  }

  /// The same of facts beside a logbook, in which nothing is changed.
  static Outcome ofFacts(Attack attack, FactBook facts, Connection tx) throws SQLException {
    return of(
        attack,
        tx,
        () -> {
          var found = facts.deviations(tx);
          var said = found.isEmpty() ? "niets" : found.getFirst().text();
          return new Outcome(attack, false, said.contains("`" + attack.table() + "`"), said);
        });
  }

  /// Looks at what was done.
  private interface Look {
    Outcome at() throws SQLException;
  }

  private static Outcome of(Attack attack, Connection tx, Look look) throws SQLException {
    tx.setAutoCommit(false);
    try {
      attack.how().in(tx);
    } catch (SQLException refused) {
      tx.rollback();
      if (!refused.getSQLState().startsWith("23")) {
        throw new IllegalStateException(attack + " is not a deed that PostgreSQL knows", refused);
      }
      return new Outcome(attack, true, true, "PostgreSQL weigert het.");
    }
    try {
      return look.at();
    } finally {
      tx.rollback();
    }
  }

  private static Outcome seen(Attack attack, SmallLogbook logbook, Connection tx)
      throws SQLException {
    var without = logbook.withoutKeys().verifyWithin(tx, List.of());
    var with = logbook.withKeys().verifyWithin(tx, List.of());
    var kept = logbook.withKeys().verifyWithin(tx, logbook.kept());
    if (with.intact()) {
      var stamps = logbook.stampFindings(tx);
      if (!stamps.isEmpty()) {
        var held = attack.teller() == Attack.Teller.DATABASE;
        return new Outcome(attack, !without.intact(), held, stamps.getFirst());
      }
    }
    return switch (attack.teller()) {
      case DATABASE -> {
        var named = attack.row().isEmpty() || names(with, attack.row().getAsLong());
        yield new Outcome(attack, !without.intact(), !with.intact() && named, words(with));
      }
      case KEPT ->
          new Outcome(attack, !without.intact(), with.intact() && !kept.intact(), words(kept));
      case NOTHING_LOST ->
          new Outcome(
              attack,
              false,
              with.intact() && kept.intact(),
              "Niets verloren: wie dit bewaarde, heeft het nog en ziet dat de boom er is.");
    };
  }

  /// Whether the report starts with that very row.
  private static boolean names(LogbookReport report, long row) {
    return report.first().filter(first -> first.row() == row).isPresent();
  }

  private static String words(LogbookReport report) {
    return report.first().map(first -> first.text()).orElse("niets");
  }
}
