package nl.sluis.gateway.person;

import java.util.UUID;
import nl.sluis.consent.subject.Hmac;

/// That somebody's sight is lent to a helper, at one child and to look only. Immutable.
///
/// @param id of what lends it
/// @param subject the one child
/// @param names by which children and lines are named in addresses, so that the helper finds none
///   of the names that the giver has
public record Lent(UUID id, UUID subject, Hmac names) {}
