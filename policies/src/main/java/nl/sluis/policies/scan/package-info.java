/// Reading text for what may not stand in it. Pure functions; what they cannot see is said at each.
@NullMarked
package nl.sluis.policies.scan;

import org.jspecify.annotations.NullMarked;
