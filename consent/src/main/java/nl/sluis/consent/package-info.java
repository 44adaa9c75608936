/// TODO
@NullMarked
package nl.sluis.consent;

import org.jspecify.annotations.NullMarked;
