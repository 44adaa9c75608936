/// The two doors of the gateway: how they speak TLS, what they limit, and how they are changed
/// while open.
@NullMarked
package nl.sluis.gateway.edge;

import org.jspecify.annotations.NullMarked;
