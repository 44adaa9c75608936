/// The commands with which anybody checks a logbook, or takes it along to check it elsewhere.
@NullMarked
package nl.sluis.gateway.boot.logboek;

import org.jspecify.annotations.NullMarked;
