/// What a family takes home of a month: a signed statement, and the proof that nothing was left out
/// of it that may be shown (portals.md N7, N8).
///
/// What was committed to of a month stands in the logbook whether anybody asks for it or not; what
/// is hidden is part of it and looks like nothing.
@NullMarked
package nl.sluis.gateway.maandoverzicht;

import org.jspecify.annotations.NullMarked;
