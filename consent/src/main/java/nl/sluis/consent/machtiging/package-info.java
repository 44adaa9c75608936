/// Who lets whom look along at a child, with what, and until when (AVG 12 and 15, Awb 2:1).
@NullMarked
package nl.sluis.consent.machtiging;

import org.jspecify.annotations.NullMarked;
