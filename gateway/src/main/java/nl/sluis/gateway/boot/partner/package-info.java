/// The commands with which a partner sends, fetches, answers and checks, without a database and
/// without anything of the development part.
@NullMarked
package nl.sluis.gateway.boot.partner;

import org.jspecify.annotations.NullMarked;
