/// Which control policy each organisation adopted, by a statement that it signed, and from when it
/// counts (`docs/controlebeleid.md`).
@NullMarked
package nl.sluis.gateway.controlebeleid;

import org.jspecify.annotations.NullMarked;
