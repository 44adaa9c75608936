package nl.sluis.gateway.overleg;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.overleg.Member;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// A table as it stands in the register.
///
/// @param id what it is known by
/// @param kind the code of its kind
/// @param purpose for which its members may share
/// @param agenda the code of its question
/// @param members who sit at it, people by their keyed word
/// @param subjects the children it is about
/// @param frozenAt when the list was frozen
/// @param closedAt when it was closed
record Overleg(
    UUID id,
    String kind,
    Purpose purpose,
    String agenda,
    List<Member> members,
    List<UUID> subjects,
    Optional<Instant> frozenAt,
    Optional<Instant> closedAt) {
  /// Copies its parts.
  Overleg {
    members = List.copyOf(members);
    subjects = List.copyOf(subjects);
  }

  /// Can messages be sent for it at this instant?
  boolean isOpen(Instant at, int days) {
    return closedAt.isEmpty()
        && frozenAt.filter(f -> at.isBefore(f.plus(Duration.ofDays(days)))).isPresent();
  }

  /// How it stands, in the word of the interface.
  String state() {
    if (closedAt.isPresent()) {
      return "gesloten";
    }
    return frozenAt.isPresent() ? "bevroren" : "geopend";
  }

  /// Does the owner of the case belong to this organisation in this role?
  boolean isOwnedBy(PartyRole seat) {
    return members.stream().anyMatch(m -> m.caseOwner() && m.seat().equals(seat));
  }

  /// The seats that this organisation has at the table.
  List<PartyRole> seatsOf(Oin oin) {
    return members.stream().map(Member::seat).filter(s -> s.oin().equals(oin)).distinct().toList();
  }
}
