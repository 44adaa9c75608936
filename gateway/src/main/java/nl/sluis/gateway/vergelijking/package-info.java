/// What an organisation recorded itself, held beside what Sluis recorded of it: what stands on one
/// side only, and what to do then (`docs/toezicht.md`).
@NullMarked
package nl.sluis.gateway.vergelijking;

import org.jspecify.annotations.NullMarked;
