package nl.sluis.gateway.aanmelding;

import java.util.Optional;
import nl.sluis.gateway.person.SignedIn;

/// Somebody of whom the provider proved just now who it is; made by [IdTokenCheck] alone.
///
/// @param who in keyed forms
/// @param subject how the provider calls that person
/// @param session how the provider calls its own session, if it does
record Proven(SignedIn who, String subject, Optional<String> session) {}
