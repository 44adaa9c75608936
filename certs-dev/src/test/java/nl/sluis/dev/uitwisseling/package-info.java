/// The whole exchange, over real doors, with every step broken in turn.
@NullMarked
package nl.sluis.dev.uitwisseling;

import org.jspecify.annotations.NullMarked;
