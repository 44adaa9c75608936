/// Where what people said is checked and written down.
@NullMarked
package nl.sluis.consent.desk;

import org.jspecify.annotations.NullMarked;
