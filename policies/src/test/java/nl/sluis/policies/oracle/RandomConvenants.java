package nl.sluis.policies.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.convenant.Shipped;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Convenants that nobody would sign: real parties, and rules thrown together from a seed. What the
/// reader would refuse is among them, for the engines must agree on that too.
final class RandomConvenants {
  private static final List<String> PURPOSES = List.of("een", "twee", "drie", "vier");

  /// Words on which a translator that does not escape breaks first.
  private static final List<String> CONDITIONS =
      List.of("gewoon", "met<haken>", "en&teken", "aan\"haling", "enkel'e", "schuin\\e", "beëdigd");

  private final Random random;
  private final Rule pattern;
  private final List<Role> held;
  private final List<String> kinds;
  private final List<String> points;

  private RandomConvenants(Convenant base, long seed) {
    this.random = new Random(seed);
    this.pattern = base.rules().getFirst();
    var roles = EnumSet.noneOf(Role.class);
    var sorts = new TreeSet<String>();
    base.parties()
        .values()
        .forEach(
            party -> {
              roles.addAll(party.everHeld());
              sorts.add(party.kind());
            });
    held = List.copyOf(roles);
    kinds = List.copyOf(sorts);
    points = List.copyOf(new TreeSet<>(base.legalPoints().keySet()));
  }

  /// The convenant of this seed, with the parties of a real one.
  static Convenants.Named of(long seed) {
    var base = Shipped.convenant();
    var it = new RandomConvenants(base, seed);
    return Versions.of("zaad " + seed, seed, base, it.rules(), it.random);
  }

  private List<Rule> rules() {
    int wanted = 2 + random.nextInt(40);
    var rules = new ArrayList<Rule>();
    var taken = new HashSet<String>();
    for (int i = 0; i < wanted; i++) {
      var rule = rule("R" + i + "<&\"'é>");
      var cells = cells(rule);
      if (cells.stream().noneMatch(taken::contains)) {
        taken.addAll(cells);
        rules.add(rule);
      }
    }
    return rules;
  }

  private static Set<String> cells(Rule rule) {
    var cells = new HashSet<String>();
    for (var from : rule.from()) {
      rule.to().forEach(to -> cells.add(rule.purpose() + " " + from + " " + to));
    }
    return cells;
  }

  private Rule rule(String id) {
    var parts = new HashMap<String, Object>();
    parts.put("id", id);
    parts.put("purpose", new Purpose(pick(PURPOSES)));
    parts.put("from", roles());
    parts.put("to", roles());
    parts.put("fromKinds", one(5) ? Set.of(pick(kinds)) : Set.of());
    parts.put("toKinds", one(5) ? Set.of(pick(kinds)) : Set.of());
    parts.put("fixedContact", one(8));
    parts.put("aggregateOnly", one(12));
    var lane = pick(List.of(Lane.values()));
    parts.put("lane", lane);
    parts.put("forwarded", lane == Lane.OVERRIDE ? Set.of("meldcode") : Set.of());
    parts.put("categories", categories());
    parts.put("conditions", some(CONDITIONS, 3));
    parts.put("references", Set.copyOf(some(List.of(ReferenceKind.values()), 4)));
    parts.put("otherChannel", one(15) ? Optional.of("een ander kanaal") : Optional.empty());
    parts.put("publicTask", one(2));
    parts.put("obligations", Set.copyOf(some(List.of(Obligation.values()), 2)));
    parts.put("legalPoints", one(10) ? some(points, 2) : List.of());
    return Rules.with(pattern, parts);
  }

  private Set<Role> roles() {
    var roles = EnumSet.of(one(8) ? pick(List.of(Role.values())) : pick(held));
    roles.addAll(some(held, 3));
    return roles;
  }

  private Map<DataCategory, CategoryRule> categories() {
    var categories = new EnumMap<DataCategory, CategoryRule>(DataCategory.class);
    for (var category : DataCategory.values()) {
      switch (random.nextInt(8)) {
        case 0 -> categories.put(category, says(category, Presence.VERPLICHT));
        case 1, 2, 3 -> categories.put(category, says(category, Presence.OPTIONEEL));
        case 4 ->
            categories.put(
                category,
                new CategoryRule(
                    Presence.VERBODEN, Handling.GESCAND, false, false, category.name()));
        default -> {
          // The rule does not speak of it.
        }
      }
    }
    return categories;
  }

  private CategoryRule says(DataCategory category, Presence presence) {
    return new CategoryRule(
        presence, pick(List.of(Handling.values())), one(3), one(4), category.name());
  }

  private <T extends Comparable<? super T>> List<T> some(List<T> all, int most) {
    var some = new TreeSet<T>(Comparator.naturalOrder());
    for (int i = all.isEmpty() ? 0 : random.nextInt(most + 1); i > 0; i--) {
      some.add(pick(all));
    }
    return List.copyOf(some);
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
