package nl.sluis.policies.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.Ages;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Role;

/// Convenants in which one rule says something else in exactly one place.
final class RuleMutants {
  private final RandomGenerator random;
  private final Rule rule;
  private final Set<Role> from;
  private final Set<Role> to;
  private final Map<DataCategory, CategoryRule> categories = new EnumMap<>(DataCategory.class);
  private final Set<String> conditions;
  private final Set<ReferenceKind> references;
  private final Set<Obligation> obligations;
  private Lane lane;
  private boolean fixedContact;
  private boolean aggregateOnly;
  private boolean publicTask;
  private Ages ages;
  private String what = "";
  private boolean idle;

  /// One wrong convenant.
  ///
  /// @param what what was done, for the report
  /// @param rule the rule to which it was done, as it was
  /// @param convenant the wrong convenant
  record Mutant(String what, Rule rule, Convenant convenant) {}

  private RuleMutants(Rule rule, RandomGenerator random) {
    this.random = random;
    this.rule = rule;
    from = new HashSet<>(rule.from());
    to = new HashSet<>(rule.to());
    categories.putAll(rule.categories());
    conditions = new TreeSet<>(rule.conditions());
    references = new HashSet<>(rule.references());
    obligations = new HashSet<>(rule.obligations());
    lane = rule.lane();
    fixedContact = rule.fixedContact();
    aggregateOnly = rule.aggregateOnly();
    publicTask = rule.publicTask();
    ages = rule.ages();
    idle = rule.otherChannel().isPresent();
  }

  /// So many wrong convenants.
  static List<Mutant> of(Convenant convenant, RandomGenerator random, int count) {
    var mutants = new ArrayList<Mutant>();
    while (mutants.size() < count) {
      int at = random.nextInt(convenant.rules().size());
      var it = new RuleMutants(convenant.rules().get(at), random);
      it.change();
      // Some things a rule says are never looked at on its lane; changing them changes nothing.
      if (!it.idle) {
        var rules = new ArrayList<>(convenant.rules());
        rules.set(at, it.changed());
        mutants.add(
            new Mutant(it.rule.id() + ": " + it.what, it.rule, Rules.with(convenant, rules)));
      }
    }
    return mutants;
  }

  private void change() {
    switch (random.nextInt(10)) {
      case 0 -> flip(from, pick(List.of(Role.values())), "sender");
      case 1 -> flip(to, pick(List.of(Role.values())), "receiver");
      case 2 -> lane();
      case 3 -> flip(conditions, condition(), "condition");
      case 4 -> reference();
      case 5 -> flip(obligations, pick(List.of(Obligation.values())), "obligation");
      case 6 -> flag();
      default -> category();
    }
  }

  private void reference() {
    var kind = pick(List.of(ReferenceKind.values()));
    idle |= kind == ReferenceKind.GEEN || lane == Lane.ANONIEM;
    flip(references, kind, "reference");
  }

  private String condition() {
    return conditions.isEmpty() || random.nextBoolean()
        ? "iets-anders"
        : pick(List.copyOf(conditions));
  }

  private void lane() {
    var others = new ArrayList<>(List.of(Lane.values()));
    others.remove(lane);
    lane = pick(others);
    what = "lane " + rule.lane() + " -> " + lane;
  }

  private void flag() {
    switch (random.nextInt(4)) {
      case 3 -> {
        int from = rule.ages().from() + 1 + random.nextInt(17);
        ages = new Ages(from, Optional.empty());
        idle |= lane == Lane.OVERRIDE;
      }
      case 0 -> fixedContact = !fixedContact;
      case 1 -> aggregateOnly = !aggregateOnly;
      default -> {
        publicTask = !publicTask;
        idle |= lane == Lane.OVERRIDE;
      }
    }
    what = "fixed contact, counts only, public task or age";
  }

  private void category() {
    idle |= aggregateOnly;
    var category = pick(List.of(DataCategory.values()));
    var says = categories.get(category);
    if (says == null || says.presence() == Presence.VERBODEN) {
      categories.put(
          category,
          new CategoryRule(Presence.OPTIONEEL, Handling.GESCAND, false, false, category.name()));
      what = category + " is allowed";
      return;
    }
    var presence = says.presence() == Presence.VERPLICHT ? Presence.OPTIONEEL : Presence.VERPLICHT;
    var handling = says.handling() == Handling.GESCAND ? Handling.VERZEGELD : Handling.GESCAND;
    switch (random.nextInt(5)) {
      case 0 -> categories.remove(category);
      case 1 -> categories.put(category, says(says, presence, says.handling(), 0));
      case 2 -> categories.put(category, says(says, says.presence(), handling, 0));
      case 3 -> categories.put(category, says(says, says.presence(), says.handling(), 1));
      default -> {
        categories.put(category, says(says, says.presence(), says.handling(), 2));
        idle |= lane == Lane.TOESTEMMING;
      }
    }
    what = says + " -> " + categories.get(category);
  }

  private static CategoryRule says(
      CategoryRule says, Presence presence, Handling handling, int flipped) {
    return new CategoryRule(
        presence,
        handling,
        says.motivated() != (flipped == 1),
        says.consentNeeded() != (flipped == 2),
        says.form());
  }

  private Rule changed() {
    return Rules.with(
        Rules.with(rule, Map.of("ages", ages)),
        Map.of(
            "from", from,
            "to", to,
            "fixedContact", fixedContact,
            "aggregateOnly", aggregateOnly,
            "lane", lane,
            "categories", categories,
            "conditions", List.copyOf(conditions),
            "references", references,
            "publicTask", publicTask,
            "obligations", obligations));
  }

  private <T> void flip(Set<T> some, T one, String name) {
    var had = some.remove(one);
    if (!had) {
      some.add(one);
    }
    what = name + " " + one + (had ? " gone" : " added");
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
