/// Casusoverleg at the desk, and the text that a family reads before it goes: who sits at the
/// table, what each of them gets of what was said, and what those who must read say of it.
@NullMarked
package nl.sluis.gateway.werkplek.overleg;

import org.jspecify.annotations.NullMarked;
