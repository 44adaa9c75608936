package nl.sluis.gateway.inzicht;

import java.util.Optional;
import nl.sluis.gateway.desk.Cover;
import nl.sluis.gateway.desk.Sort;
import nl.sluis.gateway.vorm.Sheet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Role;

/// Who gave or got something, as a family reads it. Never the name of a person. Immutable.
///
/// @param sort what sort of organisation it is
/// @param name its name; empty for who may know the sort only, and when who sent it stays hidden
/// @param role in which role; empty for who may know the sort only
public record Who(Sort sort, Optional<String> name, Optional<Role> role) {
  /// The name for a sentence, with the role behind it.
  public String in(Sheet sheet) {
    var called = name.orElseGet(() -> sheet.say("inzien.soort." + sort.key()));
    return role.map(
            one -> sheet.say("inzien.met-rol", called, sheet.say("inzien.rol." + one.code())))
        .orElse(called);
  }

  /// Somebody who stays unknown.
  static Who hidden() {
    return new Who(Sort.IEMAND, Optional.empty(), Optional.empty());
  }

  /// This organisation in this role, in the words of the convenant.
  ///
  /// @param cover what of it may be told
  public static Who of(PartyRole party, Convenant words, Cover cover) {
    return new Who(
        cover.sort(party, words),
        cover.party(party, words).map(Party::name),
        cover.closed() ? Optional.empty() : Optional.of(party.role()));
  }

  /// The same, whatever its role.
  public Who withoutRole() {
    return new Who(sort, name, Optional.empty());
  }
}
