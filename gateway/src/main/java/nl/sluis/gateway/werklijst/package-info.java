/// The work list of an organisation's officers, and what they do from it.
@NullMarked
package nl.sluis.gateway.werklijst;

import org.jspecify.annotations.NullMarked;
