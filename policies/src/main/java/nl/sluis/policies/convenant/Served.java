package nl.sluis.policies.convenant;

import nl.sluis.policies.terms.Municipality;

/// A municipality in which a party works for a time, such as Bloemendaal since 2019.
///
/// @param municipality where
/// @param days when
public record Served(Municipality municipality, Days days) {}
