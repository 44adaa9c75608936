/// The commands with which an officer and a lawyer read, try out and compare convenanten.
@NullMarked
package nl.sluis.gateway.boot.convenant;

import org.jspecify.annotations.NullMarked;
