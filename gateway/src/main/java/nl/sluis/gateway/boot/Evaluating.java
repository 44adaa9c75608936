package nl.sluis.gateway.boot;

import java.util.UUID;
import nl.sluis.consent.subject.PlaceRegister;
import nl.sluis.gateway.desk.Places;
import nl.sluis.gateway.evaluatie.EvaluationDesk;
import nl.sluis.gateway.evaluatie.EvaluationPages;
import nl.sluis.gateway.evaluatie.OwnEvaluations;
import nl.sluis.gateway.http.EvaluationEndpoints;
import nl.sluis.gateway.http.PartnerRoutes;
import nl.sluis.gateway.keys.FactSeal;
import nl.sluis.gateway.vorm.PageRoutes;

/// What is asked of families three months after help was allocated: where they answer, and where
/// who referred reads it.
final class Evaluating {
  private Evaluating() {}

  static PartnerRoutes routes(Desks on) {
    var desk =
        new EvaluationDesk(
            on.region(),
            on.database(),
            on.law(),
            on.mandates(),
            new FactSeal(on.vault(), on.random()),
            UUID::randomUUID);
    return new EvaluationEndpoints(desk, on.naming(), on.sequencer());
  }

  static PageRoutes pages(Desks on) {
    var own =
        new OwnEvaluations(
            on.region(),
            on.database(),
            on.law(),
            new Places(new PlaceRegister(on.region()), on.subjects(), on.keyVersion()),
            new FactSeal(on.vault(), on.random()));
    return new EvaluationPages(own, on.ages(), on.sequencer(), on.law());
  }
}
