/// The life of one exchange, from the message to its receipt.
@NullMarked
package nl.sluis.gateway.exchange;

import org.jspecify.annotations.NullMarked;
