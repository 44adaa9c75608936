/// A whole Sluis in processes of its own, to be measured, loaded and killed.
@NullMarked
package nl.sluis.dev.rig;

import org.jspecify.annotations.NullMarked;
