/// A region that works for weeks, with six kinds of misuse hidden in it, to measure what the
/// control policy finds; development only.
///
/// Everybody in it is made up by a seed: the same seed gives the same rows.
@NullMarked
package nl.sluis.dev.misbruik;

import org.jspecify.annotations.NullMarked;
