/// Replays what the logbook says against what the tables of facts hold (design 10.18).
@NullMarked
package nl.sluis.gateway.controle;

import org.jspecify.annotations.NullMarked;
