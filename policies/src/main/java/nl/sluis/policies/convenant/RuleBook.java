package nl.sluis.policies.convenant;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// The rules of one version, found by their name or by what they are about. Immutable; may be
/// shared between threads.
public final class RuleBook {
  private final List<Rule> rules;
  private final Map<String, Rule> byId = new HashMap<>();
  private final Map<Purpose, Map<Role, Map<Role, Rule>>> byTraffic = new HashMap<>();

  /// @param rules in the order of the files; where two speak of the same, the first does
  public RuleBook(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    for (var rule : this.rules) {
      byId.putIfAbsent(rule.id(), rule);
      var ofPurpose = byTraffic.computeIfAbsent(rule.purpose(), _ -> new EnumMap<>(Role.class));
      for (var from : rule.from()) {
        var ofSender = ofPurpose.computeIfAbsent(from, _ -> new EnumMap<>(Role.class));
        rule.to().forEach(to -> ofSender.putIfAbsent(to, rule));
      }
    }
  }

  /// Every rule, in the order of the files.
  public List<Rule> rules() {
    return rules;
  }

  /// The rule with this identifier.
  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The one rule for this purpose between these roles; empty when the convenant is silent.
  public Optional<Rule> rule(Purpose purpose, Role from, Role to) {
    var ofPurpose = byTraffic.getOrDefault(purpose, Map.of());
    var ofSender = ofPurpose.getOrDefault(from, Map.of());
    return Optional.ofNullable(ofSender.get(to));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RuleBook book && book.rules.equals(rules);
  }

  @Override
  public int hashCode() {
    return rules.hashCode();
  }

  @Override
  public String toString() {
    return rules.toString();
  }
}
