/// What each receiver at a table gets of what was written, and what nobody gets.
@NullMarked
package nl.sluis.gateway.werkplek.overleg;

import org.jspecify.annotations.NullMarked;
