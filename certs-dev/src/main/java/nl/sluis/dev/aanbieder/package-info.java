/// A provider at whom people log in, for development: it believes whoever picks a name.
@NullMarked
package nl.sluis.dev.aanbieder;

import org.jspecify.annotations.NullMarked;
