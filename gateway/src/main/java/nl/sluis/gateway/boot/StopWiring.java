package nl.sluis.gateway.boot;

import nl.sluis.consent.custody.ConsentParameters;
import nl.sluis.consent.desk.ConsentDesk;
import nl.sluis.consent.desk.FamilyDesk;
import nl.sluis.consent.facts.FactReader;
import nl.sluis.consent.facts.SupervisionOrder;
import nl.sluis.consent.subject.PersonSeal;
import nl.sluis.gateway.decision.CurrentLaw;
import nl.sluis.gateway.desk.Words;
import nl.sluis.gateway.gesprek.TalkRegister;
import nl.sluis.gateway.keys.HourKeys;
import nl.sluis.gateway.leesmee.Readings;
import nl.sluis.gateway.message.KeyBinder;
import nl.sluis.gateway.peer.Mandates;
import nl.sluis.gateway.postbus.Halts;
import nl.sluis.gateway.postbus.Postbus;
import nl.sluis.gateway.postbus.Withholding;
import nl.sluis.gateway.sequencer.ParcelTable;
import nl.sluis.gateway.stopbericht.StopSigner;
import nl.sluis.gateway.stopbericht.StopTable;
import nl.sluis.gateway.stopbericht.Stopping;

/// Joins a word about a consent to what follows from it.
final class StopWiring {
  private StopWiring() {}

  /// What handing over needs besides the parcel.
  static Postbus.Parts parts(
      String region,
      PersonSeal seal,
      CurrentLaw law,
      Mandates mandates,
      HourKeys keys,
      KeyBinder binder,
      TalkRegister talks,
      Readings readings) {
    return new Postbus.Parts(
        law,
        mandates,
        new ConsentDesk(region, seal, ConsentParameters.strict()),
        keys,
        binder,
        talks,
        readings,
        new SupervisionOrder(region),
        new Halts(region));
  }

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
