package nl.sluis.policies.decision;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/// Records of which one part is another.
public final class Records {
  private Records() {}

  /// The same record with another part.
  ///
  /// @param part the name of a component, such as `lane` of a rule
  public static <R extends Record> R with(R record, String part, Object value) {
    @SuppressWarnings("unchecked") // The class of a record is the class of its copies.
    var type = (Class<R>) record.getClass();
    var components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    var values =
        Arrays.stream(components).map(c -> c.getName().equals(part) ? value : of(c, record));
    try {
      return type.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a record without its constructor", broken);
    }
  }

  private static Object of(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException broken) {
      throw new LinkageError("a record without its parts", broken);
    }
  }
}
