/// What a connected system has at hand: its settings and keys, its line with Sluis, whom it
/// believes, how it reads, checks and opens messages. Without a database, and without knowledge of
/// what Sluis does with them; the commands of a partner and the desk of its professionals use it.
@NullMarked
package nl.sluis.gateway.partner;

import org.jspecify.annotations.NullMarked;
