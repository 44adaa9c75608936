package nl.sluis.policies.contact;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import nl.sluis.policies.terms.Role;

/// A wall between roles that one person may not mix for one child, whoever employs that person.
///
/// @param code the name, such as `hulp-en-toegang`
/// @param one the roles on one side
/// @param other the roles on the other side
/// @param effect what happens when somebody stands on both sides
/// @param sentence why, in plain Dutch
public record Wall(String code, Set<Role> one, Set<Role> other, Effect effect, String sentence) {
  /// What happens when somebody stands on both sides of a wall.
  public enum Effect {
    /// The message is refused, and the officer gets a signal. A report on safety is never refused.
    WEIGEREN,
    /// The message passes, and the officer gets a signal.
    SIGNAAL
  }

  /// Copies its parts.
  public Wall {
    one = Set.copyOf(one);
    other = Set.copyOf(other);
  }

  /// Would whoever acts in this role stand on both sides, having acted in those?
  public boolean isCrossed(Role now, Collection<Role> before) {
    return (one.contains(now) && before.stream().anyMatch(other::contains))
        || (other.contains(now) && before.stream().anyMatch(one::contains));
  }

  /// Does this role stand at some wall, so that who acted in it must be remembered?
  public static boolean stands(Role role, List<Wall> walls) {
    return walls.stream().anyMatch(w -> w.one().contains(role) || w.other().contains(role));
  }
}
