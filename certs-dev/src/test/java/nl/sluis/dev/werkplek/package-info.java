/// The desk of the professionals, as its own process opens it.
@NullMarked
package nl.sluis.dev.werkplek;

import org.jspecify.annotations.NullMarked;
