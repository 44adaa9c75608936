package nl.sluis.gateway.inzicht;

/// What a line was made of, inside Sluis. Nobody outside sees one; see [LineIds].
///
/// @param own whether it is a word of the person who looks, and not a row of the logbook
/// @param number the number of the word, or the place of the row
public record Ref(boolean own, long number) {}
