package nl.sluis.gateway.stopbericht;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.hypothesis.Allowance;
import nl.sluis.policies.hypothesis.Allowances;
import nl.sluis.policies.hypothesis.Need;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.PartyRole;

/// What may go on between two parties when nobody consents: a rule that needs no consent, and what
/// may pass by it.
///
/// Found by asking the convenant, not by what is known of a child.
///
/// @param rule the rule that lets it pass
/// @param categories what may pass by it
public record Continues(Rule rule, Set<DataCategory> categories) {
  /// Copies its parts.
  public Continues {
    categories = Set.copyOf(categories);
  }

  /// Everything that goes on, in the order of the convenant.
  public static List<Continues> without(Convenant convenant, PartyRole sender, PartyRole receiver) {
    Map<String, Set<DataCategory>> passing = new LinkedHashMap<>();
    new Allowances(convenant)
        .between(sender.role(), receiver.role())
        .forEach(
            (cell, says) -> {
              if (says instanceof Allowance.Under under && isOnAnotherGround(under)) {
                passing
                    .computeIfAbsent(under.ruleId(), _ -> EnumSet.noneOf(DataCategory.class))
                    .add(cell.category());
              }
            });
    var found = new ArrayList<Continues>();
    for (var rule : convenant.rules()) {
      if (passing.containsKey(rule.id()) && isFor(rule, convenant, sender, receiver)) {
        found.add(new Continues(rule, passing.get(rule.id())));
      }
    }
    return found;
  }

  private static boolean isOnAnotherGround(Allowance.Under under) {
    return under.lane() != Lane.ANONIEM
        && under.needs().stream().noneMatch(Need.Consent.class::isInstance);
  }

  private static boolean isFor(
      Rule rule, Convenant convenant, PartyRole sender, PartyRole receiver) {
    var from = Optional.ofNullable(convenant.parties().get(sender.oin()));
    var to = Optional.ofNullable(convenant.parties().get(receiver.oin()));
    boolean kinds =
        from.filter(p -> rule.fromKinds().isEmpty() || rule.fromKinds().contains(p.kind()))
                .isPresent()
            && to.filter(p -> rule.toKinds().isEmpty() || rule.toKinds().contains(p.kind()))
                .isPresent();
    boolean fixed =
        from.map(p -> p.fixedContacts().get(receiver.role()))
            .filter(receiver.oin()::equals)
            .isPresent();
    return kinds && (fixed || !rule.fixedContact());
  }
}
