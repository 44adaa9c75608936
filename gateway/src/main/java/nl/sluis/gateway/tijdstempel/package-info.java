/// Timestamps of an outside authority over checkpoints of the logbook (RFC 3161): proof that a
/// checkpoint was there at a time, which holds when every key in it has ended.
@NullMarked
package nl.sluis.gateway.tijdstempel;

import org.jspecify.annotations.NullMarked;
