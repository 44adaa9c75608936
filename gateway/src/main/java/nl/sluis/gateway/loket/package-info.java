/// The desk: where a professional helps one person at a time, with a code of that person's own, and
/// where that person makes the code and sees the help.
@NullMarked
package nl.sluis.gateway.loket;

import org.jspecify.annotations.NullMarked;
