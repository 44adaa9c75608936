package nl.sluis.gateway.vorm;

/// One page for everything that is not a page: gone, refused, broken, later.
///
/// @param key of its heading; `key + ".uitleg"` says what is so and what to do
public record Message(String key) {}
