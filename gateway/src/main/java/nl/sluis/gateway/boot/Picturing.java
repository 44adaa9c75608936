package nl.sluis.gateway.boot;

import javax.sql.DataSource;
import nl.sluis.gateway.beeld.ConvenantDesk;
import nl.sluis.gateway.beeld.ConvenantPages;
import nl.sluis.gateway.beeld.PictureDesk;
import nl.sluis.gateway.beeld.PicturePages;
import nl.sluis.gateway.beeld.ReportPages;
import nl.sluis.gateway.beeld.Tally;
import nl.sluis.gateway.cijfers.ReportDesk;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.LogScan;
import nl.sluis.gateway.logbook.RowScan;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.toezicht.OfficerPart;
import nl.sluis.gateway.vorm.Texts;

/// The work of an organisation in pictures, joined to what is behind them.
final class Picturing {
  private Picturing() {}

  /// Counts what the logbook tells.
  static Duty tally(String region, DataSource database, KeyVault vault) {
    return new Tally(database, new RowScan(region, vault), region);
  }

  /// What an officer sees of it.
  static OfficerPart pages(Desks on) {
    var desk = new PictureDesk(on.region(), on.database(), on.law(), Texts.ofThisRelease());
    return new PicturePages(desk, on.sequencer());
  }

  /// What an officer and the steward of a convenant see of what was agreed.
  static OfficerPart convenant(Desks on) {
    return new ConvenantPages(
        new ConvenantDesk(on.region(), on.database(), on.law()), on.sequencer());
  }

  /// What the steward of a convenant has made for municipalities.
  static OfficerPart report(Desks on) {
    var scan = new LogScan(on.region(), on.vault());
    return new ReportPages(
        new ReportDesk(on.region(), on.database(), scan),
        on.law(),
        on.sequencer(),
        Paperwork.papers(on));
  }
}
