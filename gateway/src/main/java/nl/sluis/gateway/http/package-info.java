/// Where the outside world meets the exchange; the only place that knows HTTP.
@NullMarked
package nl.sluis.gateway.http;

import org.jspecify.annotations.NullMarked;
