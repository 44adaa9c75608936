package nl.sluis.consent.desk;

import java.util.UUID;
import nl.sluis.policies.terms.Oin;

/// An embargo as it is on record.
///
/// @param id its name
/// @param subject the person whom the hidden line is about
/// @param recordedBy the organisation that recorded it
/// @param lifted whether it was lifted
public record Embargo(UUID id, UUID subject, Oin recordedBy, boolean lifted) {}
