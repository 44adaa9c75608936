package nl.sluis.gateway.verzoek;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.gateway.inzicht.Ref;
import nl.sluis.policies.terms.PartyRole;
import nl.sluis.policies.terms.Purpose;

/// What a request is about, by what both organisations know it by. Immutable.
///
/// @param purpose what for
/// @param from who gave, asked, or may share
/// @param to who got, or would have; empty when it is about whoever receives
/// @param line the line; empty when it is about what the law lets an organisation share
/// @param rule that rule; empty when it is about a line
/// @param day of the line, or on which it was asked
/// @param exchanges what happened, the newest first; at most a hundred
/// @param question the consent that it is about, when it is about one
public record Matter(
    Purpose purpose,
    PartyRole from,
    Optional<PartyRole> to,
    Optional<Ref> line,
    Optional<String> rule,
    LocalDate day,
    List<UUID> exchanges,
    Optional<UUID> question) {
  /// Copies its list.
  public Matter {
    exchanges = List.copyOf(exchanges);
  }
}
