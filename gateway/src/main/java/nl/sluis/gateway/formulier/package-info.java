/// The letters and forms that people get on paper, and fill in with a pen.
///
/// What stands on them is what the pages say, in the same words; nobody's name is on them, for
/// Sluis knows none.
@NullMarked
package nl.sluis.gateway.formulier;

import org.jspecify.annotations.NullMarked;
