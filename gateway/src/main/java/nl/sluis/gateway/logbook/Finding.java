package nl.sluis.gateway.logbook;

/// Something in the logbook that is not as it was written.
///
/// @param row the row, or the first of the rows of which one is wrong
/// @param exact whether it is this row and no other
/// @param text what is wrong, in Dutch
public record Finding(long row, boolean exact, String text) {}
