package nl.sluis.gateway.sequencer;

import nl.sluis.policies.terms.Oin;

/// What makes a message that message, whatever its bytes: replays are keyed on this, never on the
/// text.
///
/// @param signer who signed
/// @param jti the signer's own number for it
public record MessageKey(Oin signer, String jti) {}
