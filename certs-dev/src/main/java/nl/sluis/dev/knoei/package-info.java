/// Attacks on the logbook by somebody with every right in the database, each of which the check
/// must notice; development only.
@NullMarked
package nl.sluis.dev.knoei;

import org.jspecify.annotations.NullMarked;
