/// Composing a message at the desk: which routes are open, what is still missing, what goes and
/// what stays, and what came of it.
@NullMarked
package nl.sluis.gateway.werkplek.opstellen;

import org.jspecify.annotations.NullMarked;
