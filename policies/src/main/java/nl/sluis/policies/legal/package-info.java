/// What a lawyer and a data protection officer start from, made from the convenanten.
@NullMarked
package nl.sluis.policies.legal;

import org.jspecify.annotations.NullMarked;
