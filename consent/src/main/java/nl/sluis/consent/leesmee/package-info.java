/// Did the family read a text before it goes, and may it go?
@NullMarked
package nl.sluis.consent.leesmee;

import org.jspecify.annotations.NullMarked;
