package nl.sluis.policies.convenant;

/// One text in a file, with its place. Immutable.
public record Word(String value, Spot spot) {}
