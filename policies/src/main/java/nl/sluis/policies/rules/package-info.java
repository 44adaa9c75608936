/// One sentence of the convenant per file.
@NullMarked
package nl.sluis.policies.rules;

import org.jspecify.annotations.NullMarked;
