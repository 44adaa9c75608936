/// What a person may see of what was asked and said about a child.
@NullMarked
package nl.sluis.consent.sight;

import org.jspecify.annotations.NullMarked;
