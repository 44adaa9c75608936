/// Who is meant: references, subjects and the persons around them, without a name or number.
@NullMarked
package nl.sluis.consent.subject;

import org.jspecify.annotations.NullMarked;
