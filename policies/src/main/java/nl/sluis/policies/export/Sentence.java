package nl.sluis.policies.export;

/// One permission or prohibition in the exported convenant. A prohibition beats a permission;
/// silence refuses.
///
/// @param id the rule, and for a prohibition the reason: `X02/voorwaarde-ontbreekt/besproken`
/// @param permits false when it forbids
/// @param asked what it is about
/// @param when the facts under which it speaks
public record Sentence(String id, boolean permits, Asked asked, Holds when) {}
