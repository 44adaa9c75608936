/// What happened in a case that an officer opened, who decided, what follows, and how does somebody
/// else check it?
@NullMarked
package nl.sluis.gateway.zaakdossier;

import org.jspecify.annotations.NullMarked;
