/// What partners put on record about people: families, consents, stops, links and powers.
@NullMarked
package nl.sluis.gateway.desk;

import org.jspecify.annotations.NullMarked;
