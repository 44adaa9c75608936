/// What waits for an organisation, as its professionals read, acknowledge and answer it at their
/// own desk.
///
/// Nothing that is read here is kept: it goes from Sluis through the proof onto one page.
@NullMarked
package nl.sluis.gateway.werkplek.postbus;

import org.jspecify.annotations.NullMarked;
