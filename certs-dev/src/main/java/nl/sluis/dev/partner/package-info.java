/// Simulated partners, a clock that can be moved and a gateway in this process; for development
/// only.
@NullMarked
package nl.sluis.dev.partner;

import org.jspecify.annotations.NullMarked;
