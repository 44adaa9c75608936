package nl.sluis.consent.desk;

import java.time.LocalDate;
import java.util.UUID;
import nl.sluis.consent.subject.Hmac;
import nl.sluis.policies.terms.Oin;

/// An embargo as it is on record.
///
/// @param id its name
/// @param subject the person whom the hidden line is about
/// @param about the question or the exchange that it hides
/// @param recordedBy the organisation that recorded it
/// @param since from which day
/// @param author who set it, keyed
/// @param provisional whether nobody but its author stands for it yet
/// @param lifted whether it was lifted
public record Embargo(
    UUID id,
    UUID subject,
    UUID about,
    Oin recordedBy,
    LocalDate since,
    Hmac author,
    boolean provisional,
    boolean lifted) {}
