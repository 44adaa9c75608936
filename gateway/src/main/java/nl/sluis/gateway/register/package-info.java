/// What do our own registers say of a message? Asked under lock, before deciding.
@NullMarked
package nl.sluis.gateway.register;

import org.jspecify.annotations.NullMarked;
