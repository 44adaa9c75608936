/// Two versions of a convenant beside each other: what they permit, not how they are written.
@NullMarked
package nl.sluis.policies.difference;

import org.jspecify.annotations.NullMarked;
