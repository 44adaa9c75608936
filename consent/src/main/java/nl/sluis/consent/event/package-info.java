/// What was asked and what was said to it.
@NullMarked
package nl.sluis.consent.event;

import org.jspecify.annotations.NullMarked;
