/// `sluis doctor`: what of a configured site works, and what exactly does not.
@NullMarked
package nl.sluis.gateway.boot.doctor;

import org.jspecify.annotations.NullMarked;
