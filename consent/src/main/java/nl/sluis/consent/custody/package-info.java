/// Who has gezag, and so who must say yes.
@NullMarked
package nl.sluis.consent.custody;

import org.jspecify.annotations.NullMarked;
