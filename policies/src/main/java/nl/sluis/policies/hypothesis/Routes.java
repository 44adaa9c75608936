package nl.sluis.policies.hypothesis;

import java.util.ArrayList;
import java.util.List;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Lane;
import nl.sluis.policies.terms.Role;

/// The roads that stay open to a sender, whatever was answered.
///
/// @param withoutName rules by which this role may ask advice without saying about whom
/// @param safety rules by which this role may report a fear for safety, without consent
public record Routes(List<Rule> withoutName, List<Rule> safety) {
  /// Copies its parts.
  public Routes {
    withoutName = List.copyOf(withoutName);
    safety = List.copyOf(safety);
  }

  /// The open roads of a role.
  static Routes of(Convenant convenant, Role from) {
    var withoutName = new ArrayList<Rule>();
    var safety = new ArrayList<Rule>();
    for (var rule : convenant.rules()) {
      if (!rule.from().contains(from) || rule.otherChannel().isPresent()) {
        continue;
      }
      if (rule.lane() == Lane.ANONIEM && !rule.aggregateOnly()) {
        withoutName.add(rule);
      } else if (rule.lane() == Lane.OVERRIDE && rule.to().contains(Role.VEILIG_THUIS)) {
        safety.add(rule);
      }
    }
    return new Routes(withoutName, safety);
  }
}
