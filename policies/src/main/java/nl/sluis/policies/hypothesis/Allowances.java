package nl.sluis.policies.hypothesis;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Hold;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.hypothesis.Allowance.Never;
import nl.sluis.policies.hypothesis.Allowance.Under;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Reason;
import nl.sluis.policies.terms.Role;

/// What a convenant allows, found by asking the engine that decides rather than by reading rules.
///
/// Every need is one without which the engine really withholds; since needs only ever add up, no
/// set of facts is looked over. Immutable; may be shared between threads.
public final class Allowances {
  private final Convenant convenant;
  private final Decider decider;
  private final Pairs pairs;

  /// @param convenant adopted or not; its first day is the day of every question
  public Allowances(Convenant convenant) {
    this.convenant = convenant;
    this.decider = new Decider(convenant.asIfAdopted());
    this.pairs = new Pairs(convenant);
  }

  /// Every cell of which some rule speaks. About any other cell the convenant is silent, and so
  /// refuses.
  public SortedMap<Cell, Allowance> all() {
    var all = new TreeMap<Cell, Allowance>();
    for (var rule : convenant.rules()) {
      for (var from : rule.from()) {
        for (var to : rule.to()) {
          add(all, rule, from, to);
        }
      }
    }
    return all;
  }

  /// The cells of these two roles alone.
  public SortedMap<Cell, Allowance> between(Role from, Role to) {
    var some = new TreeMap<Cell, Allowance>();
    for (var rule : convenant.rules()) {
      if (rule.from().contains(from) && rule.to().contains(to)) {
        add(some, rule, from, to);
      }
    }
    return some;
  }

  /// The cells of what this role gives to anybody for this purpose.
  public SortedMap<Cell, Allowance> from(Role from, Purpose purpose) {
    var some = new TreeMap<Cell, Allowance>();
    for (var rule : convenant.rules()) {
      if (rule.purpose().equals(purpose) && rule.from().contains(from)) {
        rule.to().forEach(to -> add(some, rule, from, to));
      }
    }
    return some;
  }

  private void add(SortedMap<Cell, Allowance> some, Rule rule, Role from, Role to) {
    for (var category : DataCategory.values()) {
      var cell = new Cell(rule.purpose(), from, to, category);
      some.computeIfAbsent(cell, _ -> of(rule, from, to, category));
    }
  }

  private Allowance of(Rule rule, Role from, Role to, DataCategory category) {
    Optional<Reason> reason = Optional.empty();
    for (var pair : pairs.of(rule, from, to)) {
      var offered = EnumSet.of(category);
      offered.addAll(Ideal.required(rule));
      var best = Ideal.of(rule, pair.sender(), pair.receiver(), offered, pair.day());
      var decision = decider.decide(best);
      if (decision instanceof Permit permit && permit.released().contains(category)) {
        return new Under(rule.id(), permit.lane(), needs(best, rule, category));
      }
      reason = reason.or(() -> Optional.of(reasonOf(decision)));
    }
    return new Never(rule.id(), reason.orElse(Reason.PARTIJ_ONBEKEND));
  }

  private Set<Need> needs(Question best, Rule rule, DataCategory category) {
    var needs = new HashSet<Need>();
    if (fails(withoutConsent(best), category)) {
      needs.add(new Need.Consent(rule.consent().regimes()));
    }
    if (fails(new Edit(best).age(Optional.empty()), category)) {
      needs.add(new Need.OfAge(rule.ages()));
    }
    for (var code : rule.conditions()) {
      var met = new HashSet<>(best.conditions());
      met.remove(code);
      if (fails(best.withConditions(met), category)) {
        needs.add(new Need.Precondition(code));
      }
    }
    var motivated = without(best.motivated(), category);
    if (fails(new Edit(best).motivated(motivated), category)) {
      needs.add(new Need.Motivation());
    }
    if (fails(new Edit(best).sealed(flipped(best.sealed(), category)), category)) {
      needs.add(new Need.Travels(handling(best, category)));
    }
    if (rule.lane() == Lane.OVERRIDE
        && fails(new Edit(best).meldcode(new MeldcodeState.Absent()), category)) {
      needs.add(new Need.MeldcodeRecord());
    }
    if (fails(new Edit(best).reference(ReferenceKind.GEEN), category)) {
      needs.add(new Need.Reference(rule.references()));
    }
    structural(rule, needs);
    return needs;
  }

  private static void structural(Rule rule, Set<Need> needs) {
    if (rule.fixedContact()) {
      needs.add(new Need.FixedContact());
    }
    if (!rule.fromKinds().isEmpty()) {
      needs.add(new Need.SenderKind(rule.fromKinds()));
    }
    if (!rule.toKinds().isEmpty()) {
      needs.add(new Need.ReceiverKind(rule.toKinds()));
    }
  }

  private boolean fails(Question question, DataCategory category) {
    return !(decider.decide(question) instanceof Permit permit
        && permit.released().contains(category));
  }

  private static Handling handling(Question best, DataCategory category) {
    return best.sealed().contains(category) ? Handling.VERZEGELD : Handling.GESCAND;
  }

  private static Question withoutConsent(Question question) {
    var nobody = new ConsentState.NotGiven(Set.of(ConsentState.Lack.NOOIT_GEVRAAGD));
    return new Edit(question).consent(nobody);
  }

  private static Set<DataCategory> without(Set<DataCategory> some, DataCategory one) {
    var rest = new HashSet<>(some);
    rest.remove(one);
    return rest;
  }

  private static Set<DataCategory> flipped(Set<DataCategory> sealed, DataCategory one) {
    var flipped = new HashSet<>(sealed);
    if (!flipped.remove(one)) {
      flipped.add(one);
    }
    return flipped;
  }

  private static Reason reasonOf(Decision decision) {
    return switch (decision) {
      case Permit permit ->
          permit.withheld().values().stream().findFirst().orElse(Reason.CATEGORIE_NIET_TOEGESTAAN);
      case Hold hold -> hold.reasons().first().reason();
      case Refusal refusal -> refusal.reasons().first().reason();
    };
  }
}
