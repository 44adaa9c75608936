package nl.sluis.gateway.werkplek.opstellen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.sluis.gateway.vorm.Asked;
import nl.sluis.policies.convenant.CategoryRule;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Condition;
import nl.sluis.policies.convenant.Condition.Source;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.hypothesis.OpenRoad;
import nl.sluis.policies.question.ReferenceKind;
import nl.sluis.policies.terms.DataCategory;

/// The form of one road: exactly the fields of the categories that its rule takes, why they are
/// needed where it asks so, and what must have happened first. Pure.
final class ComposeForm {
  static final String CHILD = "kenmerk";
  static final String BY = "soort";
  static final String CONSENT = "toestemming";
  static final String SETTLED = "geregeld";
  private static final String NECESSITY = "noodzaak.";
  private static final String CONDITION = "voorwaarde.";
  private static final int LONGEST = 1500;

  private ComposeForm() {}

  /// How a message of this rule points at the child; never by the BSN, which an organisation has no
  /// need to type here.
  static List<ReferenceKind> references(Rule rule) {
    return List.of(ReferenceKind.EIGEN_KENMERK, ReferenceKind.KOPPELCODE).stream()
        .filter(rule.references()::contains)
        .toList();
  }

  /// The one that is offered first; none when the rule is about nobody.
  static ReferenceKind reference(Rule rule) {
    return references(rule).stream().findFirst().orElse(ReferenceKind.GEEN);
  }

  /// The categories that this rule takes from this sender, those that it wants first. The number of
  /// a person only from who has a right of its own to use it.
  static List<DataCategory> categories(OpenRoad road) {
    var self = road.convenant().parties().get(road.from().oin());
    return road.rule().categories().entrySet().stream()
        .filter(one -> one.getValue().presence() != Presence.VERBODEN)
        .filter(one -> one.getKey() != DataCategory.K02 || (self != null && self.bsnAllowed()))
        .sorted(
            Comparator.comparing(
                    (Map.Entry<DataCategory, CategoryRule> one) -> one.getValue().presence())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// The fields of a category under this rule.
  static SchemaForm schema(Convenant convenant, Rule rule, DataCategory category) {
    return SchemaForm.read(
        convenant
            .schema(rule, category)
            .orElseThrow(() -> new IllegalArgumentException("a category without a form")));
  }

  /// The fields of a condition that the sender says is met.
  static List<Field> fields(Condition condition) {
    return condition.fields().stream().map(name -> field(condition, name)).toList();
  }

  private static Field field(Condition condition, String name) {
    return switch (name) {
      case "datum" -> new Field.Day(name, true);
      case "uitkomst" ->
          new Field.Choice(name, true, condition.outcomes().stream().sorted().toList());
      case "motivering", "reden" -> new Field.Text(name, true, LONGEST, Optional.empty(), "");
      default -> new Field.Text(name, true, 100, Optional.empty(), "");
    };
  }

  /// What was filled in on the form of this road; what is no field of it is not read.
  ///
  /// @param before what was stated before, for what no form can say
  static Stated read(Asked asked, OpenRoad road, Stated before) {
    var filled = new Filled(asked.form());
    var rule = road.rule();
    var categories = new TreeMap<DataCategory, ObjectNode>();
    var necessity = new HashMap<DataCategory, String>();
    for (var category : categories(road)) {
      var content = filled.category(schema(road.convenant(), rule, category), category.name());
      if (!content.isEmpty()) {
        categories.put(category, content);
        var why = filled.value(NECESSITY + category.name());
        if (!why.isEmpty()) {
          necessity.put(category, why);
        }
      }
    }
    var by =
        references(rule).stream()
            .filter(kind -> kind.code().equals(filled.value(BY)))
            .findFirst()
            .orElse(reference(rule));
    var settled = new HashSet<>(asked.many(SETTLED));
    settled.retainAll(rule.conditions());
    return new Stated(
        by,
        by == ReferenceKind.GEEN ? "" : filled.value(CHILD),
        categories,
        necessity,
        claimed(filled, road),
        settled,
        Stated.Yes.of(filled.value(CONSENT)),
        before.follows());
  }

  private static Map<String, SortedMap<String, String>> claimed(Filled filled, OpenRoad road) {
    var claimed = new HashMap<String, SortedMap<String, String>>();
    for (var code : road.rule().conditions()) {
      var condition = road.convenant().conditions().get(code);
      if (condition != null && condition.source() == Source.BEWEERD) {
        var said = new TreeMap<String, String>();
        for (var name : condition.fields()) {
          var text = filled.value(name(code, name));
          if (!text.isEmpty()) {
            said.put(name, name.equals("datum") ? Typed.day(text) : text);
          }
        }
        if (!said.isEmpty()) {
          claimed.put(code, said);
        }
      }
    }
    return claimed;
  }

  /// Under which name a field of a condition is sent.
  static String name(String condition, String field) {
    return CONDITION + condition + "." + field;
  }

  /// Under which name it is sent why a category is needed.
  static String necessity(DataCategory category) {
    return NECESSITY + category.name();
  }
}
