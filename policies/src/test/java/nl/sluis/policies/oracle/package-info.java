/// Engines that others wrote, asked the same questions as ours.
@NullMarked
package nl.sluis.policies.oracle;

import org.jspecify.annotations.NullMarked;
