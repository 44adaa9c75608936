/// The logbook: one sequence of rows that can be proved, read by few and changed by nobody.
@NullMarked
package nl.sluis.gateway.logbook;

import org.jspecify.annotations.NullMarked;
