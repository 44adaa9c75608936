package nl.sluis.consent.facts;

import java.time.LocalDate;

/// Where a person lives, as far as Sluis needs to know: the municipality, never an address.
///
/// @param seq its place in the order of recording
/// @param municipality the name, such as `Haarlem`
/// @param validFrom first day on which it is so
public record Residence(long seq, String municipality, LocalDate validFrom) {}
