package nl.sluis.gateway.werkplek.overleg;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What one receiver at a table may get, and what never, by the rule of the convenant for exactly
/// these two (house of the convenant: no row, no exchange). Immutable.
///
/// Sitting at a table is no consent and opens no category: each receiver has a share of its own.
/// That the family said yes to this receiver is known by Sluis alone.
public sealed interface Share {
  /// Who receives.
  PartyRole to();

  /// The convenant has a rule for it.
  ///
  /// @param convenant in which that rule stands
  /// @param rule that rule
  /// @param parts what may go, by category
  record Some(Convenant convenant, PartyRole to, Rule rule, Map<DataCategory, CategoryRule> parts)
      implements Share {
    /// Copies its map, in the order of the categories.
    public Some {
      parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /// What goes whenever anything goes.
    public Set<DataCategory> required() {
      var required = EnumSet.noneOf(DataCategory.class);
      parts.forEach(
          (category, says) -> {
            if (says.presence() == Presence.VERPLICHT) {
              required.add(category);
            }
          });
      return required;
    }

    /// Of what was written, what goes to this receiver: what its rule requires, and of the rest
    /// what was chosen. What the rule does not name never goes, whatever was written or chosen.
    ///
    /// @param written by the name of the form, such as `K12-afspraken`
    /// @param chosen the categories that were chosen for this receiver
    public Map<DataCategory, ObjectNode> of(
        Map<String, ObjectNode> written, Set<DataCategory> chosen) {
      var goes = new LinkedHashMap<DataCategory, ObjectNode>();
      parts.forEach(
          (category, says) -> {
            var content = written.get(says.form());
            boolean wanted = says.presence() == Presence.VERPLICHT || chosen.contains(category);
            if (content != null && !content.isEmpty() && wanted) {
              goes.put(category, content);
            }
          });
      return goes;
    }

    /// Of what was written, the forms of which nothing goes to this receiver.
    public List<String> stays(Map<String, ObjectNode> written, Set<DataCategory> chosen) {
      var goes = of(written, chosen);
      var stays = new ArrayList<String>();
      new TreeMap<>(written)
          .forEach(
              (form, content) -> {
                boolean sent =
                    parts.entrySet().stream()
                        .anyMatch(
                            one ->
                                one.getValue().form().equals(form)
                                    && goes.containsKey(one.getKey()));
                if (!content.isEmpty() && !sent) {
                  stays.add(form);
                }
              });
      return stays;
    }
  }

  /// The convenant is silent: nothing may go to this receiver from here.
  record None(PartyRole to) implements Share {}

  /// The share of one receiver.
  static Share of(Convenant convenant, Purpose purpose, PartyRole from, PartyRole to) {
    return convenant
        .rule(purpose, from, to)
        .<Share>map(rule -> of(convenant, rule, to))
        .orElseGet(() -> new None(to));
  }

  /// The share of one receiver by this rule.
  static Some of(Convenant convenant, Rule rule, PartyRole to) {
    return new Some(convenant, to, rule, allowed(rule));
  }

  private static Map<DataCategory, CategoryRule> allowed(Rule rule) {
    var allowed = new TreeMap<DataCategory, CategoryRule>();
    rule.categories()
        .forEach(
            (category, says) -> {
              if (says.presence() != Presence.VERBODEN) {
                allowed.put(category, says);
              }
            });
    return allowed;
  }
}
