package nl.sluis.gateway.message;

/// The professional who acts for the sender.
///
/// @param id a pseudonym, by which the sender knows who it is
/// @param function the function of that person
public record Acting(String id, String function) {}
