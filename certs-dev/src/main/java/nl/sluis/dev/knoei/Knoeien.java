package nl.sluis.dev.knoei;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.gateway.keys.CryptoProvider;

/// Tampers with a logbook in every way there is and prints a table of what gave each away.
///
/// Tables and columns come from the catalogue of the database, so that a new one is attacked
/// without anybody thinking of it.
public final class Knoeien {
  private Knoeien() {}

  /// @return 0 when each was noticed as it should be, 1 when one was not
  public static int run(PrintStream out) {
    CryptoProvider.install();
    try (var logbook = new SmallLogbook();
        var tx = logbook.owner()) {
      var before = logbook.withKeys().verify(tx, (_, _) -> {});
      if (!before.intact()) {
        throw new IllegalStateException(before.text());
      }
      var outcomes = new ArrayList<Outcome>();
      for (var attack : WholeAttacks.all(logbook, tx)) {
        outcomes.add(Outcome.of(attack, logbook, tx));
      }
      outcomes.addAll(facts(logbook.facts()));
      var left = logbook.withKeys().verify(tx, (_, _) -> {});
      return tell(outcomes, left.intact(), out);
    } catch (SQLException e) {
      throw new IllegalStateException("the logbook cannot be tampered with", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Outcome> facts(FactBook facts) throws SQLException {
    var outcomes = new ArrayList<Outcome>();
    try (var tx = facts.owner()) {
      tx.setAutoCommit(false);
      if (!facts.deviations(tx).isEmpty()) {
        throw new IllegalStateException(facts.deviations(tx).getFirst().text());
      }
      for (var table : FactBook.tables(tx)) {
        for (var attack : TableAttacks.ofFacts(table, tx)) {
          outcomes.add(Outcome.ofFacts(attack, facts, tx));
        }
      }
      return outcomes;
    }
  }

  private static int tell(List<Outcome> outcomes, boolean left, PrintStream out) {
    out.printf(
        "%d manieren om te knoeien met een logboek van %d rijen, elk in een transactie die wordt"
            + " teruggedraaid.%n",
        outcomes.size(), SmallLogbook.ROWS);
    out.println("Met: de controle met sleutels. Zonder: wat ieder kan nagaan. Bewaard: alleen met");
    out.println(
        "een checkpoint dat iemand elders bewaarde (`--checkpoint`), zoals een getuige doet.");
    out.println();
    out.printf(
        "%-21s %-54s %-8s %-7s %s%n",
        "tabel", "wat er gebeurt", "met", "zonder", "wat het verraadt");
    for (var outcome : outcomes) {
      var attack = outcome.attack();
      out.printf(
          "%-21s %-54s %-8s %-7s %s%s%n",
          attack.table(),
          attack.what(),
          attack.teller().word(),
          outcome.withoutKeys() ? "ja" : "nee",
          outcome.held() ? "" : "FOUT: ",
          outcome.said());
    }
    var missed = outcomes.stream().filter(outcome -> !outcome.held()).count();
    out.println();
    out.println(
        outcomes.stream()
            .map(outcome -> outcome.attack().table())
            .distinct()
            .collect(Collectors.joining(", ", "Aangevallen: ", ".")));
    out.println(missed == 0 ? "Alles gemerkt." : missed + " keer NIET gemerkt zoals het moet.");
    out.println(left ? "Daarna is het logboek heel." : "FOUT: het logboek is daarna niet heel.");
    return missed == 0 && left ? 0 : 1;
  }
}
