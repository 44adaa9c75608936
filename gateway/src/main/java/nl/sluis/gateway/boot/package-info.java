/// Settings, migrations and wiring: the one place that knows everything.
@NullMarked
package nl.sluis.gateway.boot;

import org.jspecify.annotations.NullMarked;
