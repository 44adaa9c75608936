/// Counts about groups: which may be given beside what was given before. Pure functions.
@NullMarked
package nl.sluis.policies.cijfers;

import org.jspecify.annotations.NullMarked;
