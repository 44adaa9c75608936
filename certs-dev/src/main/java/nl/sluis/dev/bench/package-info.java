/// What an exchange costs, measured beside what the machine could do at best.
@NullMarked
package nl.sluis.dev.bench;

import org.jspecify.annotations.NullMarked;
