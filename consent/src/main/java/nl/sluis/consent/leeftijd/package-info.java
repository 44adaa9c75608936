/// What a birthday changes for what was asked, and who is told of it before.
@NullMarked
package nl.sluis.consent.leeftijd;

import org.jspecify.annotations.NullMarked;
