/// What somebody at an organisation must do before a day, and what becomes of it.
@NullMarked
package nl.sluis.gateway.taak;

import org.jspecify.annotations.NullMarked;
