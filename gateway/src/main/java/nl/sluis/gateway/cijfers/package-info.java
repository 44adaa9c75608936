/// Which counts were given before, and may this one be given beside them?
@NullMarked
package nl.sluis.gateway.cijfers;

import org.jspecify.annotations.NullMarked;
