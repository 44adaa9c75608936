/// What is brought to the door of a receiver, how far each parcel came, and what is tried again.
@NullMarked
package nl.sluis.gateway.aflevering;

import org.jspecify.annotations.NullMarked;
