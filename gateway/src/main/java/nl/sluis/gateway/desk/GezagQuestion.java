package nl.sluis.gateway.desk;

import java.util.Map;
import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.subject.Bsn;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// A partner wants to know who has gezag over a child. It lives as long as the call.
///
/// @param caller whose certificate brought it
/// @param party on whose behalf
/// @param alias the child, as it stands on record
/// @param child the child, as the source knows it
/// @param people whom the partner knows around the child: their numbers, with the keyed hashes of
///   its own words for them
/// @param staff who asks, by the partner's own word, for the row
/// @param reporter the keyed hash of that word
public record GezagQuestion(
    Oin caller,
    PartyRole party,
    AliasKey alias,
    Bsn child,
    Map<Bsn, Hmac> people,
    String staff,
    Hmac reporter) {
  /// Copies its parts.
  public GezagQuestion {
    people = Map.copyOf(people);
  }
}
