/// The conversation with a family at the desk of professionals: what is asked and by whom it must
/// be answered, what was said and how that is known, a colleague who signs along, what is
/// documented afterwards, and the answer of a person to Veilig Thuis.
@NullMarked
package nl.sluis.gateway.werkplek.gesprek;

import org.jspecify.annotations.NullMarked;
