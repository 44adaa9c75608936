/// The sample of a week that nobody can steer: its list is closed before its seed exists, and what
/// was drawn is judged by two (`docs/controlebeleid.md`).
@NullMarked
package nl.sluis.gateway.steekproef;

import org.jspecify.annotations.NullMarked;
