/// The "cirkel van invloed": who around a school may exchange what with whom, as a picture and as a
/// table that says the same.
@NullMarked
package nl.sluis.policies.circle;

import org.jspecify.annotations.NullMarked;
