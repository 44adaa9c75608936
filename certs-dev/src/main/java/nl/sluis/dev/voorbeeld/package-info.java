/// Scenarios in Dutch YAML: read strictly, played against a real gateway, told in Dutch.
@NullMarked
package nl.sluis.dev.voorbeeld;

import org.jspecify.annotations.NullMarked;
