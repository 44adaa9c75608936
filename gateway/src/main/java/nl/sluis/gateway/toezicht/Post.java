package nl.sluis.gateway.toezicht;

import nl.sluis.policies.terms.Oin;

/// A duty at an organisation, which a provider gives somebody as one of its roles.
///
/// @param duty what for
/// @param organisation whose rows it is about
public record Post(Duty duty, Oin organisation) {}
