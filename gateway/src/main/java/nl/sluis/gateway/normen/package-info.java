/// How does a row read in the words of the standards, and who gets to read it?
@NullMarked
package nl.sluis.gateway.normen;

import org.jspecify.annotations.NullMarked;
