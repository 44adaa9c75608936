/// Reaches the secrets of a Sluis as nobody outside a trial can.
@NullMarked
package nl.sluis.gateway.keys;

import org.jspecify.annotations.NullMarked;
