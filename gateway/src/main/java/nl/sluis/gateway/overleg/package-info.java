/// Who sits at a table around a child, and may this member send this to that one?
@NullMarked
package nl.sluis.gateway.overleg;

import org.jspecify.annotations.NullMarked;
