/// Is what goes the text that the family read, and may it go?
@NullMarked
package nl.sluis.gateway.leesmee;

import org.jspecify.annotations.NullMarked;
