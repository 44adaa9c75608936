/// What is missing after a backup was put back, what of it was proven since, and whether what rests
/// on consent may go on.
@NullMarked
package nl.sluis.gateway.herstel;

import org.jspecify.annotations.NullMarked;
