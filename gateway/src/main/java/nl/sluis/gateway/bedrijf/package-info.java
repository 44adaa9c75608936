/// How is this gateway doing, and how is it stopped without losing anything?
@NullMarked
package nl.sluis.gateway.bedrijf;

import org.jspecify.annotations.NullMarked;
