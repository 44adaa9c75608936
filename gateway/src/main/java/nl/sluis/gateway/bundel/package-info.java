/// A case as evidence: rows that were frozen, signed, with proofs, and readable in part (AVG
/// 33(5)).
///
/// Who takes a bundle along reads the fields of its profile; every other field is a salted hash, so
/// that the whole still verifies. Knows the logbook and keys, and nobody's pages.
@NullMarked
package nl.sluis.gateway.bundel;

import org.jspecify.annotations.NullMarked;
