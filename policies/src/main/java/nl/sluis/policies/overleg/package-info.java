/// A table around a child: who sits at it, and which exchanges that makes. Pure functions.
@NullMarked
package nl.sluis.policies.overleg;

import org.jspecify.annotations.NullMarked;
