/// Letters and forms, read back from the paper.
@NullMarked
package nl.sluis.dev.formulier;

import org.jspecify.annotations.NullMarked;
