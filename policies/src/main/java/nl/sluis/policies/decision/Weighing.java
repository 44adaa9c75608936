package nl.sluis.policies.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.question.PartialDelivery;
import nl.sluis.policies.rules.Case;
import nl.sluis.policies.rules.Finding;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.NonEmpty;
import nl.sluis.policies.terms.Obligation;
import nl.sluis.policies.terms.Reason;

/// Weighs what every check found into one decision: a refusal beats a hold, a hold beats a permit.
final class Weighing {
  private final Case it;
  private final Set<Reason.Told> refusals = new LinkedHashSet<>();
  private final Set<Reason.Told> holds = new LinkedHashSet<>();
  private final Map<DataCategory, Reason> withheld = new EnumMap<>(DataCategory.class);
  private final Set<Obligation> obligations = EnumSet.noneOf(Obligation.class);

  Weighing(Case it, List<Finding> findings) {
    this.it = it;
    for (var finding : findings) {
      switch (finding) {
        case Finding.Refuses(var told) -> refusals.add(told);
        case Finding.Holds(var told) -> holds.add(told);
        case Finding.Withholds(var category, var reason) -> withheld.putIfAbsent(category, reason);
        case Finding.Requires(var obligation) -> obligations.add(obligation);
      }
    }
  }

  Decision decide() {
    var id = it.rule().id();
    var released = EnumSet.noneOf(DataCategory.class);
    released.addAll(it.question().categories());
    released.removeAll(withheld.keySet());
    withheld.forEach(
        (category, reason) -> {
          if (released.isEmpty() || !mayStayBehind(category)) {
            refusals.add(new Reason.Told(reason, category.name()));
          }
        });
    if (!refusals.isEmpty()) {
      var all = new ArrayList<>(refusals);
      all.addAll(holds);
      return new Refusal(id, new NonEmpty<>(all));
    }
    if (!holds.isEmpty()) {
      return new Hold(id, new NonEmpty<>(new ArrayList<>(holds)));
    }
    if (released.isEmpty()) {
      return new Refusal(id, NonEmpty.of(new Reason.Told(Reason.CATEGORIE_ONTBREEKT, "")));
    }
    return new Permitted(id, it.rule().lane(), released, withheld, obligations);
  }

  // Nobody may believe that a fact was delivered: the sender agreed beforehand to less, or the law
  // puts safety first; and what the rule requires never stays behind.
  private boolean mayStayBehind(DataCategory category) {
    var says = it.rule().categories().get(category);
    boolean required = says != null && says.presence() == Presence.VERPLICHT;
    boolean agreed =
        it.question().partial() == PartialDelivery.LEVER_REST || it.rule().lane() == Lane.OVERRIDE;
    return agreed && !required;
  }
}
