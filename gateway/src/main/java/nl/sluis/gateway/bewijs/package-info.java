/// What a person or a partner takes along of a consent: receipts that anybody can check, and the
/// own words in two public forms (AVG 7(1), 15 and 20).
@NullMarked
package nl.sluis.gateway.bewijs;

import org.jspecify.annotations.NullMarked;
