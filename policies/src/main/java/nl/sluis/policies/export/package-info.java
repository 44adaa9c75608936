/// The convenant told again in the languages of other engines, so that a party can check our
/// answers with an engine that we did not write.
///
/// Reads rules and parties only; shares nothing with the code that decides.
@NullMarked
package nl.sluis.policies.export;

import org.jspecify.annotations.NullMarked;
