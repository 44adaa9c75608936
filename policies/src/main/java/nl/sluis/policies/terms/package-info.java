/// The words everyone at the table uses.
@NullMarked
package nl.sluis.policies.terms;

import org.jspecify.annotations.NullMarked;
