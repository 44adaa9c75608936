package nl.sluis.policies.hypothesis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.decision.Decider;
import nl.sluis.policies.decision.Decision;
import nl.sluis.policies.question.MeldcodeState;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// Everything the convenant has to say about one made-up case.
///
/// @param convenant the version that was asked
/// @param asked the case
/// @param decision its answer
/// @param rule the rule that spoke; empty when none does
/// @param way what would have to be otherwise; empty when no rule speaks
/// @param elsewhere per kind of data that may not go: the purposes for which it may, between these
///   roles
/// @param receivers who may receive for this purpose from this role, when these roles may not
/// @param purposes what for these two roles do exchange, when this purpose is not among them
/// @param routes the roads that stay open
public record Advice(
    Convenant convenant,
    Question asked,
    Decision decision,
    Optional<Rule> rule,
    Optional<WayToYes> way,
    SortedMap<DataCategory, SortedSet<Purpose>> elsewhere,
    SortedSet<Role> receivers,
    SortedSet<Purpose> purposes,
    Routes routes) {

  /// Asks the convenant, and searches what would have to be otherwise.
  ///
  /// @param asked made up; MUST NOT be what is known of a real child
  public static Advice on(Question asked, Convenant convenant) {
    var decider = new Decider(convenant.asIfAdopted());
    var decision = decider.decide(asked);
    var rule = rule(asked, convenant);
    var way = rule.map(r -> WayToYes.search(asked, r, convenant, decider));
    var allowed = allowed(convenant);
    var from = asked.sender().role();
    var to = asked.receiver().role();
    var elsewhere = new TreeMap<DataCategory, SortedSet<Purpose>>();
    way.map(WayToYes::changes).orElse(List.of()).stream()
        .filter(Change.LeaveOut.class::isInstance)
        .map(change -> ((Change.LeaveOut) change).category())
        .forEach(category -> elsewhere.put(category, purposes(allowed, from, to, category)));
    var receivers = new TreeSet<Role>();
    var purposes = new TreeSet<Purpose>();
    if (rule.isEmpty()) {
      for (var cell : allowed.keySet()) {
        if (cell.from() == from && cell.purpose().equals(asked.purpose())) {
          receivers.add(cell.to());
        }
        if (cell.from() == from && cell.to() == to) {
          purposes.add(cell.purpose());
        }
      }
    }
    return new Advice(
        convenant,
        asked,
        decision,
        rule,
        way,
        elsewhere,
        receivers,
        purposes,
        Routes.of(convenant, from));
  }

  private static Optional<Rule> rule(Question asked, Convenant convenant) {
    return asked.meldcode() instanceof MeldcodeState.Acute
        ? convenant.rules().stream()
            .filter(r -> r.lane() == Lane.OVERRIDE && r.to().contains(Role.VEILIG_THUIS))
            .findFirst()
        : convenant.rule(asked.purpose(), asked.sender(), asked.receiver());
  }

  private static Map<Cell, Allowance.Under> allowed(Convenant convenant) {
    var allowed = new LinkedHashMap<Cell, Allowance.Under>();
    new Allowances(convenant)
        .all()
        .forEach(
            (cell, says) -> {
              if (says instanceof Allowance.Under under) {
                allowed.put(cell, under);
              }
            });
    return allowed;
  }

  private static SortedSet<Purpose> purposes(
      Map<Cell, Allowance.Under> allowed, Role from, Role to, DataCategory category) {
    var purposes = new TreeSet<Purpose>();
    for (var cell : allowed.keySet()) {
      if (cell.from() == from && cell.to() == to && cell.category() == category) {
        purposes.add(cell.purpose());
      }
    }
    return purposes;
  }
}
