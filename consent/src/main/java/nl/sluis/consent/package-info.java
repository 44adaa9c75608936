/// What people said, and who they are to each other.
@NullMarked
package nl.sluis.consent;

import org.jspecify.annotations.NullMarked;
