/// Turns a partner's reference into our own subject id; with the question to the BRP the only place
/// that sees a BSN.
@NullMarked
package nl.sluis.gateway.subject;

import org.jspecify.annotations.NullMarked;
