package nl.sluis.policies.circle;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Role;

/// What passes from one group to another under one rule, by what the engine allows.
///
/// @param rule the rule
/// @param from the group that gives
/// @param to the group that receives
/// @param givers its roles that may give
/// @param receivers its roles that may receive
/// @param categories what may pass
record Exchange(
    Rule rule,
    Group from,
    Group to,
    SortedSet<Role> givers,
    SortedSet<Role> receivers,
    SortedSet<DataCategory> categories) {
  Exchange(Rule rule, Group from, Group to) {
    this(rule, from, to, new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }

  /// Is this between members of this set?
  boolean isWithin(Set<Group> groups) {
    return groups.contains(from) && groups.contains(to);
  }

  boolean touches(Group group) {
    return from.equals(group) || to.equals(group);
  }
}
