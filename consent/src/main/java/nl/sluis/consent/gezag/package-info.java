/// What follows from what is put on record about gezag: when it must be looked up again, and whose
/// yes does not count any more.
@NullMarked
package nl.sluis.consent.gezag;

import org.jspecify.annotations.NullMarked;
