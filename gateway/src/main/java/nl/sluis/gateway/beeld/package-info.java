/// What an officer, the steward of a convenant and an auditor see of the whole: pictures, counts,
/// the convenant, and whether the logbook is what it was.
@NullMarked
package nl.sluis.gateway.beeld;

import org.jspecify.annotations.NullMarked;
