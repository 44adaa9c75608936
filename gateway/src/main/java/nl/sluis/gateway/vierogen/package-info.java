/// What one person proposes to close and a second one confirms, where the control policy asks for
/// two.
@NullMarked
package nl.sluis.gateway.vierogen;

import org.jspecify.annotations.NullMarked;
