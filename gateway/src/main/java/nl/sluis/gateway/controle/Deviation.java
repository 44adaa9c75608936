package nl.sluis.gateway.controle;

/// A fact in the database that is not what the logbook says.
///
/// @param row the row of the logbook that says otherwise, or that first names the fact
/// @param text what is wrong and what to do, in Dutch; names no person
public record Deviation(long row, String text) {}
