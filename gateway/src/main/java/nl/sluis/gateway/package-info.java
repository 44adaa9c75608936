/// TODO
@NullMarked
package nl.sluis.gateway;

import org.jspecify.annotations.NullMarked;
