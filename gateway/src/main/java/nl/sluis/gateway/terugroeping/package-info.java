/// What sender and receiver signed to undo an exchange, and what came of it.
@NullMarked
package nl.sluis.gateway.terugroeping;

import org.jspecify.annotations.NullMarked;
