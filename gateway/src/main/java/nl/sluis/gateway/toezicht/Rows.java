package nl.sluis.gateway.toezicht;

import javax.sql.DataSource;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.LogReader;
import nl.sluis.gateway.normen.Pseudonyms;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.subject.SubjectReference;

/// Joins the pages of rows to the logbook.
public final class Rows {
  private Rows() {}

  /// @param region the logbook that is read
  /// @param law in whose words rows are explained
  /// @param vault opens rows
  /// @param subjects knows whom a reference means
  /// @param references keys what somebody typed
  /// @param keyVersion the version of that key
  public static OfficerPart pages(
      String region,
      DataSource database,
      Sequencer sequencer,
      CurrentLaw law,
      KeyVault vault,
      SubjectRegister subjects,
      SubjectReference references,
      int keyVersion) {
    var search = new RowSearch(database, new LogReader(region, vault));
    var cited = new Cited(law);
    var words = new RowWords(cited, references, new Pseudonyms(vault));
    return new RowPages(
        database,
        search,
        words,
        new RowExplainer(cited, words),
        new OfficerLooks(sequencer),
        subjects,
        references,
        keyVersion);
  }
}
