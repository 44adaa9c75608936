/// Who wants to be told that something lies ready, and was it told, without a word of what it is?
@NullMarked
package nl.sluis.gateway.notificatie;

import org.jspecify.annotations.NullMarked;
