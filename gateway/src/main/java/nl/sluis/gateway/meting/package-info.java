/// How long did each step of an exchange take, and how did it end?
@NullMarked
package nl.sluis.gateway.meting;

import org.jspecify.annotations.NullMarked;
