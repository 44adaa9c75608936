package nl.sluis.gateway.boot;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import nl.sluis.gateway.acuut.ReceiverTrust;
import nl.sluis.gateway.desk.InquiryDesk;
import nl.sluis.gateway.desk.SubscriptionDesk;
import nl.sluis.gateway.edge.OutgoingTls;
import nl.sluis.gateway.edge.OwnIdentity;
import nl.sluis.gateway.http.InquiryEndpoints;
import nl.sluis.gateway.http.MandateEndpoints;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.http.SubscriptionEndpoints;
import nl.sluis.gateway.notificatie.Subscriptions;
import nl.sluis.gateway.notificatie.Telling;
import nl.sluis.gateway.onderzoek.InquiryTable;
import nl.sluis.gateway.peer.Delivery;
import nl.sluis.gateway.peer.MandateList;
import nl.sluis.gateway.peer.Partner;
import nl.sluis.gateway.peer.PartnerRegister;
import nl.sluis.gateway.sequencer.Duty;
import nl.sluis.gateway.sequencer.Sequencer;
import nl.sluis.gateway.taak.Renewals;
import nl.sluis.gateway.taak.Tasks;
import nl.sluis.policies.terms.Oin;

/// What partners' systems find besides single messages: for whom they may act, what was asked and
/// answered, and what they want to be told of.
final class Patterns {
  private Patterns() {}

  /// @param partners know where they can be reached
  static PartnerRoutes routes(Desks desks, PartnerRegister partners) {
    var all =
        List.<PartnerRoutes>of(
            Evaluating.routes(desks),
            new MandateEndpoints(new MandateList(desks.region(), desks.database())),
            new InquiryEndpoints(
                new InquiryDesk(
                    desks.database(), new InquiryTable(desks.region()), desks.mandates())),
            new SubscriptionEndpoints(
                new SubscriptionDesk(
                    desks.database(),
                    new Subscriptions(desks.region()),
                    desks.law(),
                    desks.mandates(),
                    oin -> doors(partners, oin)),
                desks.sequencer()));
    return (router, web, door) -> all.forEach(routes -> routes.add(router, web, door));
  }

  /// An organisation may be told at the host where it hears of acute danger, and wherever parcels
  /// are brought to a door that shows its certificate: its own, or that of who lets it run its
  /// system.
  private static SubscriptionDesk.Doors doors(PartnerRegister partners, Oin oin) {
    var besides =
        partners.all().stream()
            .map(Partner::delivery)
            .filter(Delivery.Push.class::isInstance)
            .map(Delivery.Push.class::cast)
            .filter(push -> push.server().equals(oin))
            .map(Delivery.Push::address)
            .toList();
    return new SubscriptionDesk.Doors(
        partners.partner(oin).flatMap(Partner::pushEndpoint), besides);
  }

  /// Makes work of what of partners ends, and tells who wants to be told: of that too, in the same
  /// round.
  static Duty telling(
      Settings settings,
      Peering peering,
      Tasks tasks,
      Sequencer sequencer,
      DataSource database,
      InstantSource clock,
      Executor threads) {
    var acute = settings.acute();
    var own = new OwnIdentity(acute.chain(), acute.key(), clock);
    var telling =
        new Telling(
            settings.region(),
            database,
            settings.oin(),
            holder ->
                OutgoingTls.context(own.now(), new ReceiverTrust(peering.checks(), clock, holder)),
            threads);
    var renewals = new Renewals(peering.admitting().ends(), tasks, database, sequencer);
    return now -> renewals.run(now) + telling.run(now);
  }
}
