/// The pages on which a family gives, refuses, waits and takes back.
@NullMarked
package nl.sluis.gateway.besluit;

import org.jspecify.annotations.NullMarked;
