package nl.sluis.gateway.desk;

import nl.sluis.consent.subject.AliasKey;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.gateway.gezagsbron.Question;
import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.PartyRole;

/// A partner wants to know who has gezag over a child. It lives as long as the call.
///
/// @param caller whose certificate brought it
/// @param party on whose behalf
/// @param alias the child, as it stands on record
/// @param question what the source is asked
/// @param staff who asks, by the partner's own word, for the row
/// @param reporter the keyed hash of that word
public record GezagQuestion(
    Oin caller, PartyRole party, AliasKey alias, Question question, String staff, Hmac reporter) {}
