/// What somebody asks of an organisation about a line: why, that it is not so, that it stops, that
/// it is erased, or that something went wrong (AVG 12 to 22 and 77); who must answer, before when,
/// and what became of it. Sluis carries it and watches the term; it decides nothing.
@NullMarked
package nl.sluis.gateway.verzoek;

import org.jspecify.annotations.NullMarked;
