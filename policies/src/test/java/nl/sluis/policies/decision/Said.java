package nl.sluis.policies.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;

/// What one rule says of categories, for making the questions that matter to it.
record Said(Rule rule) {
  int allowed() {
    return mask(says -> says.presence() != Presence.VERBODEN);
  }

  int required() {
    return mask(says -> says.presence() == Presence.VERPLICHT);
  }

  int motivated() {
    return mask(CategoryRule::motivated);
  }

  int sealed() {
    return allowed() & mask(says -> says.handling() == Handling.VERZEGELD);
  }

  boolean isOverride() {
    return rule.lane() == Lane.OVERRIDE;
  }

  ReferenceKind reference() {
    return rule.references().stream()
        .filter(r -> r != ReferenceKind.BSN)
        .min(Enum::compareTo)
        .orElse(ReferenceKind.GEEN);
  }

  private int mask(Predicate<CategoryRule> which) {
    return rule.categories().entrySet().stream()
        .filter(e -> which.test(e.getValue()))
        .mapToInt(e -> CategorySet.bit(e.getKey()))
        .reduce(0, (a, b) -> a | b);
  }

  /// Nothing, everything, what is required, what is required with one more and with one less, and
  /// every two categories of which the rule says something different.
  List<Set<DataCategory>> categorySets() {
    int required = required();
    var masks = new LinkedHashSet<Integer>();
    masks.add(required);
    masks.add(0);
    masks.add(allowed());
    masks.add((1 << DataCategory.values().length) - 1);
    for (var category : DataCategory.values()) {
      masks.add(required | CategorySet.bit(category));
      masks.add(required & ~CategorySet.bit(category));
    }
    var one = representatives();
    for (var first : one) {
      for (var second : one) {
        masks.add(required | CategorySet.bit(first) | CategorySet.bit(second));
      }
    }
    return masks.stream().map(m -> (Set<DataCategory>) CategorySet.of(m)).toList();
  }

  /// One category for each different thing that the rule says.
  private List<DataCategory> representatives() {
    var different = new LinkedHashMap<String, DataCategory>();
    for (var category : DataCategory.values()) {
      var says = rule.categories().get(category);
      var how =
          says == null
              ? "niets"
              : says.presence()
                  + " "
                  + says.handling()
                  + " "
                  + says.motivated()
                  + says.consentNeeded();
      different.putIfAbsent(category == DataCategory.K02 ? "K02" : how, category);
    }
    return new ArrayList<>(different.values());
  }
}
