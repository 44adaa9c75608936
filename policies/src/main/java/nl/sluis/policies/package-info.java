/// TODO
@NullMarked
package nl.sluis.policies;

import org.jspecify.annotations.NullMarked;
