/// What somebody at the desk has not sent yet, sealed so that only that browser opens it, for a
/// day.
@NullMarked
package nl.sluis.gateway.werkplek.concept;

import org.jspecify.annotations.NullMarked;
