package nl.sluis.gateway.zaakdossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import nl.sluis.gateway.bundel.CaseTree;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.RowOpening;
import nl.sluis.policies.terms.Oin;

/// Makes the tree of every case that was given along again, from the rows themselves, and looks
/// whether it is the one that was committed to: for who has the keys, and only so is known that a
/// bundle says what the rows say.
///
/// A case of which something can be opened no more is not made again: what was open then is gone.
/// Changes nothing. For one thread.
public final class CaseAudit {
  private static final JsonMapper JSON = new JsonMapper();

  private final BundleTable table;
  private final CaseTable cases;
  private final CaseItems items;
  private final RowOpening rows;
  private final KeyVault vault;

  /// @param region the logbook
  /// @param vault its keys
  public CaseAudit(String region, KeyVault vault) {
    this.table = new BundleTable(region);
    this.cases = new CaseTable(region);
    this.items = new CaseItems(region, vault);
    this.rows = new RowOpening(region, vault);
    this.vault = vault;
  }

  /// What was looked at, and what is wrong.
  ///
  /// @param checked how many trees were made again
  /// @param passed how many could not be
  /// @param findings each in a Dutch sentence; none when all of it is right
  public record Report(int checked, int passed, List<String> findings) {
    /// Copies its list.
    public Report {
      findings = List.copyOf(findings);
    }
  }

  /// Looks at all of them.
  public Report check(Connection tx) throws SQLException {
    var findings = new ArrayList<String>();
    int checked = 0;
    int passed = 0;
    for (var one : table.all(tx)) {
      var found = cases.find(tx, new Oin(one.organisation()), one.id());
      if (found.isEmpty() || !isSaid(tx, one)) {
        findings.add(
            "Rij %d legt iets anders vast over een zaak dan ernaast staat.".formatted(one.row()));
        continue;
      }
      var read = items.read(tx, found.get(), one.step());
      if (read.gone() > 0) {
        passed++;
        continue;
      }
      checked++;
      var tree = new CaseTree(vault.caseKey(), one.id(), read.items());
      if (!Arrays.equals(tree.root(), one.root())) {
        findings.add(
            "De zaak die in rij %d is vastgelegd, zegt iets anders dan haar rijen."
                .formatted(one.row()));
      }
    }
    return new Report(checked, passed, findings);
  }

  private boolean isSaid(Connection tx, BundleTable.Rooted one) throws SQLException {
    var opened = rows.open(tx, one.row());
    if (opened.isEmpty()) {
      return false;
    }
    try {
      JsonNode detail = JSON.readTree(opened.get().detail());
      return detail.path("stap").asText().equals("vastgelegd")
          && detail.path("zaak").asText().equals(one.id().toString())
          && Arrays.equals(
              Base64.getUrlDecoder().decode(detail.path("wortel").asText()), one.root());
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
