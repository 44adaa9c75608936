package nl.sluis.dev.voorbeeld;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Party;
import nl.sluis.policies.overleg.OverlegKind;
import nl.sluis.policies.question.Question;
import nl.sluis.policies.terms.Age;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Role;

/// The table of a worked case: the sender opens it, the receiver and whoever must be there sit at
/// it, and its list is frozen.
///
/// Used by one thread.
final class CaseTable {
  /// How the message names the table.
  static final String ID = "{tafel.id}";

  private static final String STEP = "tafel";
  private static final String REASON = "De vraag op de agenda gaat over wat deze plaats doet.";

  private final Convenant convenant;
  private final Question question;

  CaseTable(Convenant convenant, Question question) {
    this.convenant = convenant;
    this.question = question;
  }

  /// Who must sit there besides sender and receiver, by the name that the scenario gives them.
  Map<String, Oin> parties() {
    var parties = new LinkedHashMap<String, Oin>();
    for (var role : others()) {
      holder(role).ifPresent(party -> parties.put(name(role), party.oin()));
    }
    return parties;
  }

  /// From opening to freezing.
  List<Map<String, Object>> steps(CaseFamily family) {
    var kind = kind().orElseThrow();
    var members = new ArrayList<Map<String, Object>>();
    var owner = member(kind, family.sender(), question.sender().role(), "med-77");
    owner.put("casushouder", "ja");
    members.add(owner);
    members.add(member(kind, family.receiver(), question.receiver().role(), "med-1"));
    for (var role : others()) {
      members.add(member(kind, name(role) + " als " + role, role, "med-" + role));
    }
    var open = new LinkedHashMap<String, Object>();
    open.put("door", family.sender());
    open.put("over", CaseFamily.CHILD);
    open.put("verwijzing", family.reference());
    open.put("soort", kind.code());
    open.put("doel", question.purpose().code());
    open.put("agendavraag", new TreeSet<>(kind.agenda().keySet()).getFirst());
    open.put("leden", members);
    return List.of(
        Map.of("stap", STEP, "open overleg", open),
        Map.of("bevries overleg", Map.of("overleg", STEP, "door", family.sender())));
  }

  private static Map<String, Object> member(
      OverlegKind kind, String who, Role role, String person) {
    var member = new LinkedHashMap<String, Object>();
    member.put("wie", who);
    member.put("persoon", person);
    member.put("functie", role.code());
    if (kind.separate().contains(role)) {
      member.put("reden", REASON);
    }
    return member;
  }

  private Optional<OverlegKind> kind() {
    return convenant.arrangements().tables().values().stream()
        .filter(kind -> kind.purposes().contains(question.purpose()))
        .findFirst();
  }

  private List<Role> others() {
    var roles = new TreeSet<Role>();
    kind().ifPresent(kind -> roles.addAll(kind.fixed()));
    roles.remove(question.sender().role());
    roles.remove(question.receiver().role());
    return List.copyOf(roles);
  }

  private Optional<Party> holder(Role role) {
    var day = question.at().atZone(Age.CALENDAR).toLocalDate();
    return convenant.parties().values().stream()
        .filter(party -> party.isBoundOn(day) && party.holds(role, day))
        .min(Comparator.comparing(party -> party.oin().value()));
  }

  private static String name(Role role) {
    return "plaats van " + role;
  }
}
