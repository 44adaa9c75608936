/// What stands in the way of a connection, exactly: for who runs Sluis and for who connects to it.
@NullMarked
package nl.sluis.gateway.diagnose;

import org.jspecify.annotations.NullMarked;
