/// Whether Sluis stays as it is when it works for a long time: memory, waiting, and what one
/// exchange leaves on disk.
@NullMarked
package nl.sluis.dev.duur;

import org.jspecify.annotations.NullMarked;
