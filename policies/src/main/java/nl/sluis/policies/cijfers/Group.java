package nl.sluis.policies.cijfers;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A group of which something is counted: per axis, such as the month, the values that are in it.
///
/// It holds every combination of its values. Two groups can be compared when they have the same
/// axes. Immutable; may be shared between threads.
///
/// @param axes the values per axis; none is empty
public record Group(Map<String, Set<String>> axes) {
  /// @throws IllegalArgumentException when an axis has no values
  public Group {
    var copy = new TreeMap<String, Set<String>>();
    axes.forEach((axis, values) -> copy.put(axis, Set.copyOf(values)));
    if (copy.isEmpty() || copy.values().stream().anyMatch(Set::isEmpty)) {
      throw new IllegalArgumentException("a group has axes, and each axis has values");
    }
    axes = Map.copyOf(copy);
  }

  /// How many combinations of values are in it.
  public long size() {
    return axes.values().stream().mapToLong(Set::size).reduce(1, Math::multiplyExact);
  }

  /// Is the whole of the other group in this one?
  public boolean contains(Group other) {
    return axes.entrySet().stream().allMatch(e -> e.getValue().containsAll(other.on(e.getKey())));
  }

  /// Have these groups nothing in common?
  public boolean isApartFrom(Group other) {
    return axes.entrySet().stream()
        .anyMatch(e -> other.on(e.getKey()).stream().noneMatch(e.getValue()::contains));
  }

  /// Is this combination, one value per axis, in the group?
  public boolean holds(Map<String, String> point) {
    return axes.entrySet().stream()
        .allMatch(
            e -> {
              var value = point.get(e.getKey());
              return value != null && e.getValue().contains(value);
            });
  }

  /// Its values on this axis.
  ///
  /// @throws IllegalArgumentException when it does not have this axis
  public Set<String> on(String axis) {
    var values = axes.get(axis);
    if (values == null) {
      throw new IllegalArgumentException("these groups do not have the same axes");
    }
    return values;
  }
}
