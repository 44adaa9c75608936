package nl.sluis.policies.convenant;

import nl.sluis.policies.terms.Role;

/// A role that a party fulfils for a time.
///
/// @param role the role
/// @param days when it fulfils it
public record HeldRole(Role role, Days days) {}
