/// Whether every key and certificate can be replaced while partners and people go on.
@NullMarked
package nl.sluis.dev.wissel;

import org.jspecify.annotations.NullMarked;
