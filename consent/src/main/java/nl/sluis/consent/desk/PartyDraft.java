package nl.sluis.consent.desk;

/// An organisation and its role as they were sent, not yet trusted.
///
/// @param oin what should be an OIN
/// @param role what should be a role
public record PartyDraft(String oin, String role) {}
