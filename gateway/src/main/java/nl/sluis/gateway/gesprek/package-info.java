/// Was the talk there that a sender says it had with the family? The family is shown, and may say
/// no.
@NullMarked
package nl.sluis.gateway.gesprek;

import org.jspecify.annotations.NullMarked;
