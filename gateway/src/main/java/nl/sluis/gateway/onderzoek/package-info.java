/// Who may be told without a yes, because the law lets them ask: was it asked, of whom, and may
/// this one hear the answer?
@NullMarked
package nl.sluis.gateway.onderzoek;

import org.jspecify.annotations.NullMarked;
