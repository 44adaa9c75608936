/// A witness: it signs that a log only grows, and keeps no more than the last thing it signed (C2SP
/// tlog-witness). Development part, which a partner may run as well.
@NullMarked
package nl.sluis.dev.getuige;

import org.jspecify.annotations.NullMarked;
