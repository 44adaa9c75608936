package nl.sluis.policies.hypothesis;

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
    var from = asked.sender().role();
    var to = asked.receiver().role();
    var left =
        way.map(WayToYes::changes).orElse(List.of()).stream()
            .filter(Change.LeaveOut.class::isInstance)
            .map(change -> ((Change.LeaveOut) change).category())
            .toList();
    var elsewhere = new TreeMap<DataCategory, SortedSet<Purpose>>();
    var receivers = new TreeSet<Role>();
    var purposes = new TreeSet<Purpose>();
    // Only whoever has another road to find asks what else is allowed.
    if (!left.isEmpty() || rule.isEmpty()) {
      var allowances = new Allowances(convenant);
      var between = allowed(allowances.between(from, to));
      left.forEach(category -> elsewhere.put(category, purposes(between, category)));
      if (rule.isEmpty()) {
        between.forEach(cell -> purposes.add(cell.purpose()));
        allowed(allowances.from(from, asked.purpose())).forEach(cell -> receivers.add(cell.to()));
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

  private static List<Cell> allowed(Map<Cell, Allowance> some) {
    return some.entrySet().stream()
        .filter(cell -> cell.getValue() instanceof Allowance.Under)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static SortedSet<Purpose> purposes(List<Cell> allowed, DataCategory category) {
    var purposes = new TreeSet<Purpose>();
    for (var cell : allowed) {
      if (cell.category() == category) {
        purposes.add(cell.purpose());
      }
    }
    return purposes;
  }
}
