/// Who logs in with a browser, at whom, and for how long that counts.
@NullMarked
package nl.sluis.gateway.aanmelding;

import org.jspecify.annotations.NullMarked;
