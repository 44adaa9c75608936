/// Who else agrees, with a key or a sign-in of their own?
@NullMarked
package nl.sluis.gateway.ondertekening;

import org.jspecify.annotations.NullMarked;
