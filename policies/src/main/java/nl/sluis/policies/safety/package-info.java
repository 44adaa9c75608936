/// The meldcode: what a professional must have done before safety goes first.
@NullMarked
package nl.sluis.policies.safety;

import org.jspecify.annotations.NullMarked;
