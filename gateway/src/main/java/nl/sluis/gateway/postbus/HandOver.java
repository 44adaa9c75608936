package nl.sluis.gateway.postbus;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.sluis.consent.facts.FactQuery;
import nl.sluis.consent.facts.SupervisionOrder;
import nl.sluis.gateway.decision.PersonFacts;
import nl.sluis.gateway.leesmee.ReadProof;
import nl.sluis.gateway.leesmee.Readings;
import nl.sluis.gateway.sequencer.Found;
import nl.sluis.gateway.sequencer.Needs;
import nl.sluis.gateway.sequencer.ParcelRow;
import nl.sluis.gateway.sequencer.Plan;
import nl.sluis.gateway.sequencer.Work;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Regime;

/// The handing over of a parcel, which is the disclosure itself (design 10.7).
///
/// The facts are read again under lock. What may still pass is recorded as `verstrekt` and only
/// then given; what may not is withheld, and the receiver hears nothing but that there is nothing.
final class HandOver implements Work<HandedOver> {
  private final Postbus.Parts parts;
  private final Oin receiver;
  private final ParcelRow known;
  private final Set<Regime> regimes;
  private final Optional<Payload> content;

  HandOver(Postbus.Parts parts, Oin receiver, ParcelRow known, Instant now) {
    this.parts = parts;
    this.receiver = receiver;
    this.known = known;
    this.regimes =
        parts.law().now().couldGovern(known.sender(), known.receiver(), now).stream()
            .flatMap(c -> c.rule(known.purpose(), known.sender(), known.receiver()).stream())
            .flatMap(rule -> rule.consent().regimes().stream())
            .collect(Collectors.toUnmodifiableSet());
    // Opened before anything is locked; what is in a parcel never changes.
    this.content = known.payload() == null ? Optional.empty() : Payload.find(parts.keys(), known);
  }

  @Override
  public Needs needs() {
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
                    "",
                    known.id())),
        true);
  }

  @Override
  public Plan<HandedOver> plan(Found found) throws SQLException {
    // A parcel that is about another since it was looked up is not handed over on these facts.
    var parcel =
        found
            .parcel()
            .filter(p -> p.subject().equals(this.known.subject()))
            .filter(p -> isOpen(p, found.at()));
    if (parcel.isEmpty() || content.isEmpty() || !mayCollect(found, parcel.get())) {
      return Plan.known(new HandedOver.NotThere());
    }
    var asked = stillClaimed(found, parcel.get(), content.get().question());
    var law = parts.law().now();
    var convenant = PersonFacts.governing(law, asked, found.facts(), found.at());
    var rule = convenant.rule(asked.purpose(), asked.sender(), asked.receiver());
    var facts = PersonFacts.of(asked, found.facts(), convenant, rule, found.at());
    var known = stillRead(found, convenant, rule, stillOrdered(found, parcel.get(), facts));
    var decision = law.decide(known.question());
    if (decision instanceof Permit permit && isHalted(found, parcel.get(), convenant, permit)) {
      return Plan.known(new HandedOver.NotThere());
    }
    var decided = new Redecided(parcel.get(), content.get(), known, decision, convenant);
    return decision instanceof Permit permit
        ? new ReleasePlan(parts, decided, permit, found, proof(found, convenant, rule), receiver)
        : new WithholdPlan(decided);
  }

  /// What stands still waits on; a report for the safety of a child does not.
  private boolean isHalted(Found found, ParcelRow parcel, Convenant convenant, Permit permit)
      throws SQLException {
    var lane = convenant.rule(permit.ruleId()).map(Rule::lane);
    if (parcel.neverLapses() && lane.filter(one -> one == Lane.OVERRIDE).isPresent()) {
      return false;
    }
    var parties =
        List.of(parcel.signer(), parcel.sender().oin(), parcel.receiver().oin(), receiver);
    return parts.halts().standing(found).stops(new Halt.Passing(parties, parcel.purpose(), lane));
  }

  /// A talk that the family denies meanwhile is a talk that was not there.
  private Question stillClaimed(Found found, ParcelRow parcel, Question asked) throws SQLException {
    if (found.subject().isEmpty() || asked.conditions().isEmpty()) {
      return asked;
    }
    var denied =
        parts
            .talks()
            .denied(found.tx(), found.subject().get(), parcel.sender().oin(), parcel.transaction());
    return denied.isEmpty()
        ? asked
        : asked.withConditions(
            asked.conditions().stream()
                .filter(code -> !denied.contains(code))
                .collect(Collectors.toSet()));
  }

  /// An order that ended meanwhile, or went to another instelling, is no order.
  private PersonFacts stillOrdered(Found found, ParcelRow parcel, PersonFacts known)
      throws SQLException {
    var met = known.question().conditions();
    if (found.subject().isEmpty()
        || !met.contains(SupervisionOrder.CONDITION)
        || parts
            .orders()
            .isCarriedOutBy(
                found.tx(), found.subject().get(), parcel.receiver().oin(), found.at())) {
      return known;
    }
    return without(known, SupervisionOrder.CONDITION);
  }

  /// What a reader stopped meanwhile, or what those who decide now did not read, does not go.
  private PersonFacts stillRead(
      Found found, Convenant convenant, Optional<Rule> rule, PersonFacts known)
      throws SQLException {
    var condition = rule.flatMap(r -> Readings.condition(convenant, r)).map(Condition::code);
    return condition.isEmpty()
            || parts
                .readings()
                .isStillRead(found.tx(), this.known.transaction(), convenant, found.at())
        ? known
        : without(known, condition.get());
  }

  private Optional<ReadProof> proof(Found found, Convenant convenant, Optional<Rule> rule)
      throws SQLException {
    return rule.flatMap(r -> Readings.condition(convenant, r)).isEmpty()
        ? Optional.empty()
        : parts.readings().proof(found.tx(), known.transaction(), convenant, found.at());
  }

  private static PersonFacts without(PersonFacts known, String condition) {
    var left =
        known.question().conditions().stream()
            .filter(code -> !code.equals(condition))
            .collect(Collectors.toSet());
    return new PersonFacts(known.question().withConditions(left), known.oneOffConsents());
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
