/// On which trace was it asked, and what goes along?
@NullMarked
package nl.sluis.gateway.trace;

import org.jspecify.annotations.NullMarked;
