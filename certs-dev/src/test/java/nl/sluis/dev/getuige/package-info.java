/// A logbook whose witnesses run as processes of their own, and those who try to take rows out of
/// it.
@NullMarked
package nl.sluis.dev.getuige;

import org.jspecify.annotations.NullMarked;
