/// TODO
@NullMarked
package nl.sluis.dev;

import org.jspecify.annotations.NullMarked;
