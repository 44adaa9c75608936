/// One order for everything that is decided: group commit, one logbook, one head.
@NullMarked
package nl.sluis.gateway.sequencer;

import org.jspecify.annotations.NullMarked;
