/// The keys of Sluis, outside PostgreSQL and its backups.
@NullMarked
package nl.sluis.gateway.keys;

import org.jspecify.annotations.NullMarked;
