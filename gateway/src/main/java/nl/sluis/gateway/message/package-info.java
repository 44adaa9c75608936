/// The message of a sender: read strictly, proved, made smaller, bound to its receiver.
@NullMarked
package nl.sluis.gateway.message;

import org.jspecify.annotations.NullMarked;
