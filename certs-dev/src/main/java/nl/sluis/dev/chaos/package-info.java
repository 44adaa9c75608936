/// Two gateways, partners with faults and a parent who takes a yes back, all at once; and whether
/// everything that was promised held.
@NullMarked
package nl.sluis.dev.chaos;

import org.jspecify.annotations.NullMarked;
