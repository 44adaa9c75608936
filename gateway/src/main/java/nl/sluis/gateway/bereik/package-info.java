/// How somebody is told that something lies ready, by a way that is safe for that person, and who
/// could not be told.
@NullMarked
package nl.sluis.gateway.bereik;

import org.jspecify.annotations.NullMarked;
