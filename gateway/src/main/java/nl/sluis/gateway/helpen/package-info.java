/// Whom does somebody help who was asked to, and what may that helper read?
@NullMarked
package nl.sluis.gateway.helpen;

import org.jspecify.annotations.NullMarked;
