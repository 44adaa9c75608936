package nl.sluis.policies.hypothesis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.decision.Hold;
import nl.sluis.policies.decision.Permit;
import nl.sluis.policies.decision.Refusal;
import nl.sluis.policies.question.ConsentState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Reason;

/// The smallest set of changes with which everything that is offered passes.
///
/// Searches the finite facts by asking the engine: first with every change made, then with each of
/// them undone in turn; what can be undone was not needed.
///
/// @param changes all needed at once; empty when nothing is, or when nothing helps
/// @param blockedBy why nothing helps; empty when the changes do
public record WayToYes(List<Change> changes, List<Reason.Told> blockedBy) {
  /// Copies its parts.
  public WayToYes {
    changes = List.copyOf(changes);
    blockedBy = List.copyOf(blockedBy);
  }

  /// Is there a way at all?
  public boolean exists() {
    return blockedBy.isEmpty();
  }

  private static final Set<ConsentState.Lack> SAID_NO =
      EnumSet.of(
          ConsentState.Lack.GEWEIGERD,
          ConsentState.Lack.INGETROKKEN,
          ConsentState.Lack.HERROEPEN,
          ConsentState.Lack.BETWIST);

  private record Step(Change change, UnaryOperator<Question> make) {}

  /// @param asked a question of which this rule speaks
  static WayToYes search(Question asked, Rule rule, Convenant convenant, Decider decider) {
    var steps = new ArrayList<>(steps(asked, rule, convenant));
    var best = decider.decide(made(asked, steps));
    if (!isWhole(best)) {
      return new WayToYes(List.of(), reasons(best));
    }
    for (var step : List.copyOf(steps)) {
      var others = new ArrayList<>(steps);
      others.remove(step);
      if (isWhole(decider.decide(made(asked, others)))) {
        steps.remove(step);
      }
    }
    return new WayToYes(steps.stream().map(Step::change).toList(), List.of());
  }

  private static Question made(Question asked, List<Step> steps) {
    var question = asked;
    for (var step : steps) {
      question = step.make().apply(question);
    }
    return question;
  }

  private static List<Step> steps(Question asked, Rule rule, Convenant convenant) {
    var steps = new ArrayList<Step>();
    content(asked, rule, steps);
    var sender = convenant.parties().get(asked.sender().oin());
    if (rule.fixedContact() && sender != null) {
      var fixed = sender.fixedContacts().get(asked.receiver().role());
      if (fixed != null && !fixed.equals(asked.receiver().oin())) {
        var receiver = new PartyRole(fixed, asked.receiver().role());
        steps.add(new Step(new Change.SendTo(receiver), q -> new Edit(q).receiver(receiver)));
      }
    }
    if (!rule.references().contains(asked.reference())) {
      var reference = rule.lane() == Lane.ANONIEM ? ReferenceKind.GEEN : Ideal.reference(rule);
      steps.add(new Step(new Change.PointBy(reference), q -> new Edit(q).reference(reference)));
    }
    for (var found : asked.findings()) {
      steps.add(
          new Step(new Change.Clean(found), q -> new Edit(q).findings(minus(q.findings(), found))));
    }
    for (var code : rule.conditions()) {
      steps.add(
          new Step(new Change.DoFirst(code), q -> q.withConditions(plus(q.conditions(), code))));
    }
    if (rule.lane() == Lane.OVERRIDE) {
      steps.add(
          new Step(new Change.FillMeldcode(), q -> new Edit(q).meldcode(Ideal.meldcode(rule))));
    }
    for (var stop : asked.facts().restrictions()) {
      steps.add(
          new Step(
              new Change.Lift(stop),
              q -> new Edit(q).restrictions(minus(q.facts().restrictions(), stop))));
    }
    age(asked, rule).ifPresent(steps::add);
    if (rule.consent().isNeeded()) {
      consent(asked, rule)
          .ifPresent(
              change ->
                  steps.add(new Step(change, q -> new Edit(q).consent(Ideal.everybodySaidYes()))));
    }
    return steps;
  }

  /// What helps when the age is not known or too young; nobody becomes younger.
  private static Optional<Step> age(Question asked, Rule rule) {
    var ages = rule.ages();
    var known = asked.facts().age();
    if (ages.isEverybody() || known.filter(ages::hold).isPresent()) {
      return Optional.empty();
    }
    UnaryOperator<Question> right = q -> new Edit(q).age(Ideal.age(rule));
    if (known.isEmpty()) {
      return Optional.of(new Step(new Change.FindBirthDate(ages), right));
    }
    return known.get().isBelow(ages.from())
        ? Optional.of(new Step(new Change.Await(ages.from()), right))
        : Optional.empty();
  }

  /// How consent may be had; empty when nobody may be asked (design: a shielded giver is never sent
  /// a request).
  private static Optional<Change> consent(Question asked, Rule rule) {
    var get = new Change.GetConsent(rule.consent().regimes(), needing(asked, rule));
    return switch (asked.facts().consent()) {
      case ConsentState.Given _ -> Optional.of(get);
      case ConsentState.NotGiven(var lacks) ->
          Optional.of(Collections.disjoint(lacks, SAID_NO) ? get : new Change.AwaitYes(get));
      case ConsentState.CustodyUnknown() -> Optional.of(new Change.FindGezag(get));
      case ConsentState.ShieldedGiver() -> Optional.empty();
    };
  }

  private static void content(Question asked, Rule rule, List<Step> steps) {
    for (var category : sorted(asked.categories())) {
      var says = rule.categories().get(category);
      if (says == null || says.presence() == Presence.VERBODEN) {
        steps.add(
            new Step(
                new Change.LeaveOut(category),
                q -> new Edit(q).categories(minus(q.categories(), category))));
        continue;
      }
      boolean sealed = says.handling() == Handling.VERZEGELD;
      if (sealed != asked.sealed().contains(category)) {
        steps.add(
            new Step(
                new Change.Send(category, says.handling()),
                q ->
                    new Edit(q)
                        .sealed(
                            sealed ? plus(q.sealed(), category) : minus(q.sealed(), category))));
      }
      if (says.motivated() && !asked.motivated().contains(category)) {
        steps.add(
            new Step(
                new Change.Motivate(category),
                q -> new Edit(q).motivated(plus(q.motivated(), category))));
      }
    }
    for (var category : sorted(Ideal.required(rule))) {
      if (!asked.categories().contains(category)) {
        steps.add(new Step(new Change.Add(category), q -> added(q, rule, category)));
      }
    }
  }

  // What is added comes as the rule wants it.
  private static Question added(Question question, Rule rule, DataCategory category) {
    var more = new Edit(question).categories(plus(question.categories(), category));
    var says = Objects.requireNonNull(rule.categories().get(category), "required by the rule");
    var handled =
        says.handling() == Handling.VERZEGELD
            ? new Edit(more).sealed(plus(more.sealed(), category))
            : more;
    return says.motivated()
        ? new Edit(handled).motivated(plus(handled.motivated(), category))
        : handled;
  }

  private static Set<DataCategory> needing(Question asked, Rule rule) {
    var needing = new HashSet<DataCategory>();
    for (var category : asked.categories()) {
      var says = rule.categories().get(category);
      if (says != null
          && (says.consentNeeded() || rule.lane() == Lane.TOESTEMMING)
          && says.presence() != Presence.VERBODEN) {
        needing.add(category);
      }
    }
    return needing;
  }

  private static boolean isWhole(Decision decision) {
    return decision instanceof Permit permit && permit.withheld().isEmpty();
  }

  private static List<Reason.Told> reasons(Decision decision) {
    return switch (decision) {
      case Permit permit ->
          permit.withheld().entrySet().stream()
              .map(e -> new Reason.Told(e.getValue(), e.getKey().name()))
              .toList();
      case Hold hold -> hold.reasons().items();
      case Refusal refusal -> refusal.reasons().items();
    };
  }

  private static List<DataCategory> sorted(Set<DataCategory> categories) {
    return categories.stream().sorted().toList();
  }

  private static <T> Set<T> plus(Set<T> some, T one) {
    var more = new HashSet<>(some);
    more.add(one);
    return more;
  }

  private static <T> Set<T> minus(Set<T> some, T one) {
    var fewer = new HashSet<>(some);
    fewer.remove(one);
    return fewer;
  }
}
