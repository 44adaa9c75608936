/// Looking over the texts of convenanten before anybody rests on them: every fault at once.
@NullMarked
package nl.sluis.policies.inspection;

import org.jspecify.annotations.NullMarked;
