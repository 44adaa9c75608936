package nl.sluis.gateway.beeld;

/// What an officer sees of the work of the own organisation. Immutable.
///
/// @param organisation its name
/// @param overTime what went to and fro, by month, purpose and lane
/// @param refused what it sent that did not pass, by its first reason
/// @param overrides how it is with the term of overrides that nobody judged yet
/// @param circle with whom
/// @param lasted how long what it got had lain
/// @param waiting how long what waits for it lies now
public record PictureModel(
    String organisation,
    Stacks overTime,
    Bars refused,
    Bars overrides,
    Circle circle,
    Bars lasted,
    Bars waiting) {}
