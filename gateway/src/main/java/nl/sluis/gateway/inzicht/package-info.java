/// What a family sees of its own child: who got what, from whom, when, for what and why (domain
/// 2.7).
///
/// Rows of the logbook become lines here, and nowhere else; what somebody may not learn has no
/// line, no place, no count and no gap.
@NullMarked
package nl.sluis.gateway.inzicht;

import org.jspecify.annotations.NullMarked;
