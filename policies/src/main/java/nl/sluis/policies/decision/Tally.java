package nl.sluis.policies.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import nl.sluis.policies.terms.Bit;
import nl.sluis.policies.terms.CategorySet;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;
import org.jspecify.annotations.Nullable;

/// What the index found to be the matter with one question. Nothing is made until there is
/// something to keep. Not for sharing between threads.
final class Tally {
  private static final Obligation[] OBLIGATIONS = Obligation.values();
  private static final @Nullable Reason[] NOTHING = {};

  private List<Reason.Told> refusals = List.of();
  private List<Reason.Told> holds = List.of();
  private int withheld;
  private @Nullable Reason[] why = NOTHING;
  private long obligations;

  void refuse(Reason.Told told) {
    refusals = with(refusals, told);
  }

  void hold(Reason.Told told) {
    holds = with(holds, told);
  }

  private static List<Reason.Told> with(List<Reason.Told> list, Reason.Told told) {
    var grown = list.isEmpty() ? new ArrayList<Reason.Told>(4) : list;
    if (!grown.contains(told)) {
      grown.add(told);
    }
    return grown;
  }

  /// Withholds these categories; of two reasons for one the first stays.
  void withhold(int mask, Reason reason) {
    int fresh = mask & ~withheld;
    if (fresh == 0) {
      return;
    }
    if (why.length == 0) {
      why = new Reason[Integer.SIZE];
    }
    withheld |= fresh;
    for (int left = fresh; left != 0; left &= left - 1) {
      why[Integer.numberOfTrailingZeros(left)] = reason;
    }
  }

  void require(Obligation obligation) {
    obligations |= Bit.of(obligation);
  }

  /// Is there enough to say no, or not yet, whatever else is found?
  boolean stops(RuleMasks rule, int offered, boolean lessIsAgreed) {
    int released = offered & ~withheld;
    return released == 0
        || !refusals.isEmpty()
        || !holds.isEmpty()
        || (lessIsAgreed ? withheld & rule.required() : withheld) != 0;
  }

  /// The decision on what was found until now.
  ///
  /// @param rule by which is decided
  /// @param offered the categories of the message
  /// @param lessIsAgreed whether the rest may go when something stays behind
  Decision decide(RuleMasks rule, int offered, boolean lessIsAgreed) {
    int released = offered & ~withheld;
    int mustPass = released == 0 || !lessIsAgreed ? withheld : withheld & rule.required();
    if (!refusals.isEmpty() || mustPass != 0) {
      return refusal(rule, mustPass);
    }
    if (!holds.isEmpty()) {
      return new Hold(rule.id(), new NonEmpty<>(holds));
    }
    if (released == 0) {
      return rule.nothingOffered();
    }
    return new Permitted(
        rule.id(), rule.lane(), CategorySet.of(released), reasons(), obligations(rule));
  }

  /// A refusal for what was found; there is something.
  Refusal refusal(String ruleId) {
    return new Refusal(ruleId, new NonEmpty<>(refusals));
  }

  private Refusal refusal(RuleMasks rule, int mustPass) {
    var all = new ArrayList<>(refusals);
    for (int left = mustPass; left != 0; left &= left - 1) {
      var category = CategorySet.lowest(left);
      var told = new Reason.Told(reason(category), category.name());
      if (!all.contains(told)) {
        all.add(told);
      }
    }
    all.addAll(holds);
    return new Refusal(rule.id(), new NonEmpty<>(all));
  }

  private Reason reason(DataCategory category) {
    return Objects.requireNonNull(why[Bit.place(category)]);
  }

  /// What is withheld, each with its reason.
  Map<DataCategory, Reason> reasons() {
    if (withheld == 0) {
      return Map.of();
    }
    var reasons = new EnumMap<DataCategory, Reason>(DataCategory.class);
    for (int left = withheld; left != 0; left &= left - 1) {
      reasons.put(CategorySet.lowest(left), reason(CategorySet.lowest(left)));
    }
    return reasons;
  }

  private Set<Obligation> obligations(RuleMasks rule) {
    if (obligations == 0) {
      return rule.obligations();
    }
    var all = EnumSet.noneOf(Obligation.class);
    all.addAll(rule.obligations());
    for (var obligation : OBLIGATIONS) {
      if (Bit.in(obligations, obligation)) {
        all.add(obligation);
      }
    }
    return all;
  }
}
