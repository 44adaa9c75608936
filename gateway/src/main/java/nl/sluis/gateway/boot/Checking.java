package nl.sluis.gateway.boot;

import javax.sql.DataSource;
import nl.sluis.gateway.aansluiting.Overview;
import nl.sluis.gateway.beeld.IntegrityDesk;
import nl.sluis.gateway.beeld.IntegrityPages;
import nl.sluis.gateway.beeld.LogCheck;
import nl.sluis.gateway.beeld.PartnersDesk;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.logbook.KeyList;
import nl.sluis.gateway.logbook.PublicLog;
import nl.sluis.gateway.peer.SightingTable;
import nl.sluis.gateway.tijdstempel.StampTable;
import nl.sluis.gateway.toezicht.OfficerPart;

/// Whether the logbook is what it was, joined to what is behind it.
final class Checking {
  private Checking() {}

  /// Checks the whole logbook; what it says of a check stands in the database, so that several of
  /// these know of each other.
  static LogCheck of(Settings settings, DataSource database, KeyVault vault) {
    return new LogCheck(
        settings.region(), settings.logbookOrigin(), database, vault, Thread::startVirtualThread);
  }

  /// What an officer and an auditor see of it.
  static OfficerPart pages(Desks on) {
    var witnesses = on.settings().witnesses();
    var logbook = on.proofs().logbook();
    return new IntegrityPages(
        new IntegrityDesk(
            new IntegrityDesk.Parts(
                on.database(),
                logbook,
                new PublicLog(on.region(), on.database()),
                new KeyList(logbook, on.proofs().uses(), on.database()),
                new StampTable(on.region()),
                witnesses.lines(),
                witnesses.silence(),
                of(on.settings(), on.database(), on.vault()))),
        partners(on),
        on.sequencer());
  }

  private static PartnersDesk partners(Desks on) {
    var trusting = on.peering().trusting();
    return new PartnersDesk(
        on.database(),
        new Overview(on.peering().admitting().ends(), new SightingTable(on.region())),
        () -> trusting.revocation().standing(trusting.anchors()));
  }
}
