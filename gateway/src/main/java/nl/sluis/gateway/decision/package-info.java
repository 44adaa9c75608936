/// Which convenant decides, and how questions and decisions stand in the logbook.
@NullMarked
package nl.sluis.gateway.decision;

import org.jspecify.annotations.NullMarked;
