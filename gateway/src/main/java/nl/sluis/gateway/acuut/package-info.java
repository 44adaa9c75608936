/// How does a report of acute danger arrive, whatever else is down?
@NullMarked
package nl.sluis.gateway.acuut;

import org.jspecify.annotations.NullMarked;
