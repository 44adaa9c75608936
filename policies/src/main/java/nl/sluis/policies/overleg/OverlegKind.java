package nl.sluis.policies.overleg;

import java.util.Map;
import java.util.Set;
import nl.sluis.policies.terms.Purpose;
import nl.sluis.policies.terms.Role;

/// A kind of table, such as a kernteam, as the convenant describes it.
///
/// @param code the name in messages, such as `kernteam`
/// @param name the name people use
/// @param sentence what a family reads, in plain Dutch
/// @param purposes the purposes for which members of such a table may share
/// @param fixed the roles that must sit at it
/// @param possible other roles that may sit at it
/// @param separate roles that sit at it only with a reason of their own
/// @param agenda the questions that may be on the agenda: the code with the sentence
/// @param most how many people may sit at it
/// @param days how long messages may be sent for it once its list is frozen
public record OverlegKind(
    String code,
    String name,
    String sentence,
    Set<Purpose> purposes,
    Set<Role> fixed,
    Set<Role> possible,
    Set<Role> separate,
    Map<String, String> agenda,
    int most,
    int days) {
  /// Copies its parts.
  public OverlegKind {
    purposes = Set.copyOf(purposes);
    fixed = Set.copyOf(fixed);
    possible = Set.copyOf(possible);
    separate = Set.copyOf(separate);
    agenda = Map.copyOf(agenda);
  }

  /// May somebody in this role sit at such a table at all?
  public boolean seats(Role role) {
    return fixed.contains(role) || possible.contains(role) || separate.contains(role);
  }
}
