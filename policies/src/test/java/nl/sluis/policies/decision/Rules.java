package nl.sluis.policies.decision;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import nl.sluis.policies.convenant.Rule;

/// A rule of which one part is another.
final class Rules {
  private Rules() {}

  /// @param part the name of a component of [Rule], such as `lane`
  static Rule with(Rule rule, String part, Object value) {
    var components = Rule.class.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values = Arrays.stream(components).map(c -> c.getName().equals(part) ? value : of(c, rule));
    try {
      return Rule.class.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a record without its parts", broken);
    }
  }

  private static Object of(RecordComponent component, Rule rule) {
    try {
      return component.getAccessor().invoke(rule);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a record without its parts", broken);
    }
  }
}
