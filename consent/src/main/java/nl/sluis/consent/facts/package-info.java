/// Everything on record, turned into the facts of one decision.
@NullMarked
package nl.sluis.consent.facts;

import org.jspecify.annotations.NullMarked;
