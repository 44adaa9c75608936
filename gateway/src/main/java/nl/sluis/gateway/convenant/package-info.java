/// Which texts of the convenanten there are, which of them count, and who signed them.
@NullMarked
package nl.sluis.gateway.convenant;

import org.jspecify.annotations.NullMarked;
