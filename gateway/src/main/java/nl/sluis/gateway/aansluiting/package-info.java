/// How an organisation becomes a partner, stays one and ceases to be one: its application, who
/// admitted it, and its keys over the years.
@NullMarked
package nl.sluis.gateway.aansluiting;

import org.jspecify.annotations.NullMarked;
