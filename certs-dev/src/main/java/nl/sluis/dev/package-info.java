/// What a developer starts: the demo and the scenarios.
@NullMarked
package nl.sluis.dev;

import org.jspecify.annotations.NullMarked;
