/// Where Sluis asks who has gezag over a child: the BRP where a municipality connected it, and else
/// the people who look it up (BW 1:244, Wet BRP).
@NullMarked
package nl.sluis.gateway.gezagsbron;

import org.jspecify.annotations.NullMarked;
