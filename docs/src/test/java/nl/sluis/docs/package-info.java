/// What keeps the house as its documents say it is: rules over classes, sources and pages.
@NullMarked
package nl.sluis.docs;

import org.jspecify.annotations.NullMarked;
