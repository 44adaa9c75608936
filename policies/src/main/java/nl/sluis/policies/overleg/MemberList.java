package nl.sluis.policies.overleg;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import nl.sluis.policies.terms.PartyRole;

/// Who sit at one table. Once frozen it says which exchanges there can be; a team is no party.
///
/// Immutable; may be shared between threads.
///
/// @param kind the kind of table
/// @param members who sit at it
public record MemberList(OverlegKind kind, List<Member> members) {
  /// The precondition of rules for members of a table. Only a frozen list meets it: nobody can put
  /// it on record in another way.
  public static final String CONDITION = "ledenlijst-bevroren";

  /// What a member sends.
  public enum Contribution {
    /// What the member knows, before or at the meeting.
    INBRENG,
    /// The minutes, by the owner of the case, made for one receiver.
    VERSLAG
  }

  /// One exchange that a table can lead to: each is decided by itself.
  ///
  /// @param from who sends
  /// @param to who receives
  /// @param subject about whom
  public record Exchange<S>(PartyRole from, PartyRole to, S subject) {}

  /// Something that stands in the way of freezing the list.
  ///
  /// @param field where
  /// @param sentence what is wrong and what to do, in Dutch
  public record Fault(String field, String sentence) {}

  /// Copies its parts.
  public MemberList {
    members = List.copyOf(members);
  }

  /// Everything that stands in the way of freezing this list; nothing when it is in order.
  public List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    if (members.stream().filter(Member::caseOwner).count() != 1) {
      faults.add(new Fault("leden", "Er is precies één casushouder nodig."));
    }
    if (members.size() < 2 || members.size() > kind.most()) {
      faults.add(new Fault("leden", "Aan deze tafel zitten twee tot " + kind.most() + " mensen."));
    }
    var seen = new HashSet<String>();
    for (var member : members) {
      var role = member.seat().role();
      if (!seen.add(member.seat().oin().value() + " " + member.person())) {
        faults.add(new Fault("leden", "Dezelfde persoon staat er twee keer op; kies één rol."));
      }
      if (!kind.seats(role)) {
        faults.add(new Fault("leden", "De rol `" + role + "` hoort niet aan deze tafel."));
      }
      if (kind.separate().contains(role) && !member.reasoned()) {
        faults.add(
            new Fault(
                "leden",
                "Voor `"
                    + role
                    + "` hoort er een eigen reden bij, van ten minste twintig tekens."));
      }
    }
    kind.fixed().stream()
        .filter(role -> members.stream().noneMatch(m -> m.seat().role() == role))
        .sorted()
        .forEach(r -> faults.add(new Fault("leden", "De vaste rol `" + r + "` ontbreekt nog.")));
    return faults;
  }

  /// Every exchange there can be: one per sender, receiver and person it is about.
  public <S> List<Exchange<S>> exchanges(Collection<S> subjects) {
    var seats = new LinkedHashSet<PartyRole>();
    members.forEach(m -> seats.add(m.seat()));
    var exchanges = new ArrayList<Exchange<S>>();
    for (var from : seats) {
      for (var to : seats) {
        if (!from.equals(to)) {
          subjects.forEach(subject -> exchanges.add(new Exchange<>(from, to, subject)));
        }
      }
    }
    return exchanges;
  }

  /// May this person send this to that seat? Both must sit at the table; only the owner of the case
  /// sends minutes.
  public boolean allows(PartyRole from, String person, PartyRole to, Contribution what) {
    return !from.equals(to)
        && members.stream().anyMatch(m -> m.seat().equals(to))
        && members.stream()
            .anyMatch(
                m ->
                    m.seat().equals(from)
                        && m.person().equals(person)
                        && (what == Contribution.INBRENG || m.caseOwner()));
  }

  /// Does somebody of this organisation sit at the table in this role?
  public boolean seats(PartyRole seat) {
    return members.stream().anyMatch(m -> m.seat().equals(seat));
  }
}
