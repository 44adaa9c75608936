/// The answer to a question, and why.
@NullMarked
package nl.sluis.policies.decision;

import org.jspecify.annotations.NullMarked;
