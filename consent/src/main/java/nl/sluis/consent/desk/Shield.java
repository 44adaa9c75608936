package nl.sluis.consent.desk;

import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// A shield as it is on record: this person may not learn that this receiver is involved.
///
/// @param id its name
/// @param subject the child
/// @param person who is shielded
/// @param receiver from whom
/// @param recordedBy the organisation that recorded it
/// @param lifted whether it was lifted
public record Shield(
    UUID id, UUID subject, UUID person, Oin receiver, Oin recordedBy, boolean lifted) {}
