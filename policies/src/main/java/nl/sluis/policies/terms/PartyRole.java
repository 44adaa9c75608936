package nl.sluis.policies.terms;

/// An organisation in one of its roles: the smallest thing that may send or receive.
///
/// @param oin the organisation
/// @param role the capacity in which it acts
public record PartyRole(Oin oin, Role role) {}
