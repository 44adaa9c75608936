/// What must go, and when is it gone?
@NullMarked
package nl.sluis.gateway.wissen;

import org.jspecify.annotations.NullMarked;
