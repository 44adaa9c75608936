/// Hard trials of a whole Sluis: killed, raced and weighed, and judged from what is left behind.
@NullMarked
package nl.sluis.dev.proef;

import org.jspecify.annotations.NullMarked;
