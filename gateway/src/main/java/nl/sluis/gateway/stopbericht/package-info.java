/// What a receiver is told when a consent stops under which something was handed over.
@NullMarked
package nl.sluis.gateway.stopbericht;

import org.jspecify.annotations.NullMarked;
