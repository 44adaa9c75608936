package nl.sluis.gateway.postbus;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.gateway.decision.PersonFacts;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.terms.Oin;

/// The handing over of a parcel, which is the disclosure itself (design 10.7).
///
/// The facts are read again under lock. What may still pass is recorded as `verstrekt` and only
/// then given; what may not is withheld, and the receiver hears nothing but that there is nothing.
final class HandOver implements Work<HandedOver> {
  private final Postbus.Parts parts;
  private final Oin receiver;
  private final ParcelRow known;
  private final Optional<Rule> rule;
  private final Optional<Payload> content;

  HandOver(Postbus.Parts parts, Oin receiver, ParcelRow known, Instant now) {
    this.parts = parts;
    this.receiver = receiver;
    this.known = known;
    this.rule =
        parts.decider().convenantBetween(known.sender(), known.receiver(), now).rule(known.rule());
    // Opened before anything is locked; what is in a parcel never changes.
    this.content = known.payload() == null ? Optional.empty() : Payload.find(parts.keys(), known);
  }

  @Override
  public Needs needs() {
    var regimes = rule.map(r -> r.consent().regimes()).orElse(Set.of());
    var categories = content.map(c -> c.question().categories()).orElse(Set.of());
    return new Needs(
        Optional.empty(),
        known.subject(),
        Optional.empty(),
        Optional.of(known.id()),
        Optional.of(
            subject ->
                new FactQuery(
                    subject,
                    known.purpose(),
                    known.sender(),
                    known.receiver(),
                    categories,
                    regimes,
                    "")),
        true);
  }

  @Override
  public Plan<HandedOver> plan(Found found) throws SQLException {
    var parcel = found.parcel().filter(p -> isOpen(p, found.at()));
    if (parcel.isEmpty() || content.isEmpty() || !mayCollect(found, parcel.get())) {
      return Plan.known(new HandedOver.NotThere());
    }
    var asked = content.get().question();
    var between = parts.decider().convenantBetween(asked.sender(), asked.receiver(), found.at());
    var known = PersonFacts.of(asked, found.facts(), between, rule, found.at());
    var decision = parts.decider().decide(known.question());
    var convenant = parts.decider().convenantFor(known.question());
    var decided = new Redecided(parcel.get(), content.get(), known, decision, convenant);
    return decision instanceof Permit permit
        ? new ReleasePlan(parts, decided, permit, found)
        : new WithholdPlan(decided);
  }

  private static boolean isOpen(ParcelRow parcel, Instant at) {
    var waits =
        switch (parcel.state()) {
          case WACHT, UITGEREIKT -> true;
          case BEVESTIGD, INGEHOUDEN, VERVALLEN -> false;
        };
    return waits
        && parcel.payload() != null
        && (parcel.neverLapses() || at.isBefore(parcel.dueAt()));
  }

  private boolean mayCollect(Found found, ParcelRow parcel) throws SQLException {
    var to = parcel.receiver();
    return receiver.equals(to.oin())
        || parts
            .mandates()
            .mandateFor(found.tx(), receiver, to.oin(), to.role(), parcel.purpose(), found.at())
            .isPresent();
  }
}
