/// What waits for its receiver, and the handing over, which is the disclosure itself.
@NullMarked
package nl.sluis.gateway.postbus;

import org.jspecify.annotations.NullMarked;
