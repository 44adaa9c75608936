package nl.sluis.gateway.boot;

import java.security.SecureRandom;
import javax.sql.DataSource;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.consent.subject.SubjectRegister;
import nl.sluis.gateway.aanmelding.ProviderLine;
import nl.sluis.gateway.bereik.ReachParts;
import nl.sluis.gateway.desk.Places;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.keys.KeyVault;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.subject.SubjectReference;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.gateway.vorm.PageRoutes;
import nl.sluis.gateway.zaakdossier.TellFamilies;

/// How people are told that something lies ready.
///
/// @param pages where they choose by which way
/// @param duty tells them, and counts whom it could not tell
record Reaching(PageRoutes pages, Duty duty) {
  static Reaching of(
      Settings settings,
      KeyVault vault,
      DataSource database,
      Sequencer sequencer,
      SubjectRegister subjects,
      SubjectReference references,
      Tasks tasks) {
    var region = settings.region();
    var seal = new FactSeal(vault, new SecureRandom());
    var breaches = new TellFamilies(region, database, sequencer, vault, seal);
    var parts =
        new ReachParts(
            region,
            database,
            sequencer,
            new Places(new PlaceRegister(region), subjects, Wiring.ALIAS_KEY),
            seal,
            references,
            tasks,
            settings.pages().mail(),
            settings.login().map(ProviderLine::own));
    var mails = parts.duty();
    // Who is told of a breach is mailed the same day.
    return new Reaching(parts.pages(), now -> breaches.run(now) + mails.run(now));
  }
}
