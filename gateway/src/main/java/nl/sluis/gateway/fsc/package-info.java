/// Under which number did a request cross FSC, who took part, and by which contract?
@NullMarked
package nl.sluis.gateway.fsc;

import org.jspecify.annotations.NullMarked;
