package nl.sluis.gateway.boot.logboek;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.maandoverzicht.MonthAudit;
import nl.sluis.gateway.zaakdossier.CaseAudit;

/// Makes every tree that people take something home of again, from the rows: that of each month and
/// that of each case that was given along.
final class TreesCommand {
  private static final int MOST = 100;

  private final PrintStream out;

  TreesCommand(PrintStream out) {
    this.out = out;
  }

  /// @return whether all of them say what the rows say
  boolean run(String region, KeyVault vault, Connection connection) throws SQLException {
    var months = new MonthAudit(region, vault, InstantSource.system()).check(connection);
    out.printf("Overzichten per maand: %d.%n", months.checked());
    var cases = new CaseAudit(region, vault).check(connection);
    out.printf(
        "Meegegeven zaken: %d; niet meer na te rekenen: %d.%n", cases.checked(), cases.passed());
    boolean wholeMonths = isWhole(months.findings());
    boolean wholeCases = isWhole(cases.findings());
    return wholeMonths && wholeCases;
  }

  private boolean isWhole(List<String> findings) {
    findings.stream().limit(MOST).forEach(finding -> out.println("- " + finding));
    return findings.isEmpty();
  }
}
