package nl.sluis.gateway.werkplek;

/// A page of the desk that holds nothing but its texts.
public record Plain() {}
