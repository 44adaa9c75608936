package nl.sluis.gateway.boot;

import nl.sluis.consent.desk.FamilyDesk;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Words;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.postbus.Withholding;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.gateway.stopbericht.StopSigner;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.stopbericht.Stopping;

/// Joins a word about a consent to what follows from it.
final class StopWiring {
  private StopWiring() {}

  static Words words(
      String region,
      PersonSeal seal,
      CurrentLaw law,
      ParcelTable parcels,
      StopTable stops,
      StopSigner signer,
      Postbus.Parts parts) {
    var facts = new FactReader(region, seal);
    var withholding = new Withholding(parts, parcels, facts);
    var stopping = new Stopping(law, facts, parcels.grounds(), stops, signer, withholding);
    return new Words(law, new FamilyDesk(region, seal), stopping);
  }
}
