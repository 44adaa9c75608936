package nl.sluis.gateway.inzicht;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// Where a line that somebody sees comes from, for who acts on it: what Sluis knows of it and never
/// prints. Immutable.
///
/// @param line it, as this person reads it
/// @param from who gave or asked, or wanted to
/// @param to who got, or would have
/// @param senderHidden whether who sent it stays hidden from this person
/// @param rule the rule it went by, if there was one
/// @param exchanges what it is made of, the newest first; empty when it is about a question
/// @param question the question it is about, when it is about one
public record Whence(
    Line line,
    PartyRole from,
    PartyRole to,
    boolean senderHidden,
    Optional<Rule> rule,
    List<UUID> exchanges,
    Optional<UUID> question) {
  /// Copies its list.
  public Whence {
    exchanges = List.copyOf(exchanges);
  }

  /// May this organisation tell of it as its own? Not when it sent it and stays hidden: that its
  /// answer has the line would say who it was.
  boolean isOf(Oin organisation) {
    return (from.oin().equals(organisation) && !senderHidden) || to.oin().equals(organisation);
  }
}
