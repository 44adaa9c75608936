/// What stands out in the work of an organisation, by its control policy: found by itself, looked
/// at by a person, closed by two (`docs/controlebeleid.md`).
@NullMarked
package nl.sluis.gateway.signaal;

import org.jspecify.annotations.NullMarked;
