package nl.sluis.gateway.vorm;

/// Something of the convenant as one person reads it.
///
/// @param text what it says
/// @param language in which it really is: that of the page, or Dutch when nobody translated it
public record Words(String text, Language language) {}
