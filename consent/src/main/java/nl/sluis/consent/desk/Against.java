package nl.sluis.consent.desk;

import nl.sluis.policies.terms.Oin;
import nl.sluis.policies.terms.Purpose;

/// Against what an objection is (AVG 21): what one organisation shares for one purpose, whoever
/// receives it. Immutable.
///
/// @param purpose for which it is shared
/// @param sender the organisation that shares it
public record Against(Purpose purpose, Oin sender) {}
