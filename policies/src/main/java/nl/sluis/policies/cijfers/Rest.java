package nl.sluis.policies.cijfers;

import java.util.List;
import java.util.Map;

/// What is left of a group when groups inside it are taken away: what subtraction tells.
///
/// @param whole the group
/// @param without groups inside it, apart from each other
public record Rest(Group whole, List<Group> without) {
  /// Copies its parts.
  public Rest {
    without = List.copyOf(without);
  }

  /// A group of which nothing is taken away.
  public static Rest of(Group whole) {
    return new Rest(whole, List.of());
  }

  /// Is nothing left, whatever was counted?
  public boolean isNothing() {
    return without.stream().mapToLong(Group::size).sum() == whole.size();
  }

  /// Is this combination of values left?
  public boolean holds(Map<String, String> point) {
    return whole.holds(point) && without.stream().noneMatch(g -> g.holds(point));
  }
}
