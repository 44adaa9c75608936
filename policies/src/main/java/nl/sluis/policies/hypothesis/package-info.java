/// Questions nobody asked: what the convenant would answer, and what would have to be otherwise.
///
/// Nothing here is ever about a real child; every fact is made up by whoever asks.
@NullMarked
package nl.sluis.policies.hypothesis;

import org.jspecify.annotations.NullMarked;
