/// What a row of the logbook says of the facts in the tables beside it (design 10.18).
@NullMarked
package nl.sluis.gateway.feiten;

import org.jspecify.annotations.NullMarked;
