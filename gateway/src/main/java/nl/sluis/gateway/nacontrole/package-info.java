/// Was it right that this went out for safety's sake, and what follows if not?
@NullMarked
package nl.sluis.gateway.nacontrole;

import org.jspecify.annotations.NullMarked;
