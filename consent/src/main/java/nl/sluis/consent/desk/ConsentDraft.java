package nl.sluis.consent.desk;

import java.util.List;
import java.util.UUID;

/// A consent as it was handed in, not yet trusted; what was left out is an empty text.
///
/// @param subject the person concerned
/// @param purposes what for; exactly one is accepted
/// @param sender who may send
/// @param receiver who may receive
/// @param categories what may be shared
/// @param legalFunction what it is in law, such as `doorbreking-geheimhouding`
/// @param validUntil the first day on which it does not hold any more
/// @param oneOff whether one disclosure uses it up
/// @param text which text was shown
/// @param statements what each giver said
public record ConsentDraft(
    UUID subject,
    List<String> purposes,
    PartyDraft sender,
    PartyDraft receiver,
    List<String> categories,
    String legalFunction,
    String validUntil,
    boolean oneOff,
    Text text,
    List<StatementDraft> statements) {
  /// The text that was shown.
  ///
  /// @param version its version
  /// @param hash its SHA-256
  /// @param language its language
  public record Text(String version, String hash, String language) {}

  /// Copies its parts.
  public ConsentDraft {
    purposes = List.copyOf(purposes);
    categories = List.copyOf(categories);
    statements = List.copyOf(statements);
  }
}
