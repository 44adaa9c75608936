/// What must be done about people on a day.
@NullMarked
package nl.sluis.consent.agenda;

import org.jspecify.annotations.NullMarked;
