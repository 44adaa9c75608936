package nl.sluis.gateway.overleg;

import java.util.List;

/// A table as it was handed in.
///
/// @param kind the code of its kind
/// @param purpose for which its members want to share
/// @param agenda the code of its question
/// @param familyHow `uitgenodigd` or `geinformeerd`
/// @param familyOn the day on which the family was invited or told, and heard who sit there
/// @param members who sit at it
public record OverlegDraft(
    String kind,
    String purpose,
    String agenda,
    String familyHow,
    String familyOn,
    List<MemberDraft> members) {
  /// Copies its parts.
  public OverlegDraft {
    members = List.copyOf(members);
  }

  /// Somebody at the table, as handed in.
  ///
  /// @param oin the organisation
  /// @param role the role there
  /// @param person the word that organisation has for the person
  /// @param function what the person does
  /// @param caseOwner whether the person owns the case
  /// @param reason why the person sits there
  public record MemberDraft(
      String oin, String role, String person, String function, boolean caseOwner, String reason) {}
}
