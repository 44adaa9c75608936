/// The convenant as it was read from its Dutch YAML.
@NullMarked
package nl.sluis.policies.convenant;

import org.jspecify.annotations.NullMarked;
