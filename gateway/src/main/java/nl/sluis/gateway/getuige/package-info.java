/// Who else signs that the logbook only grows: witnesses are shown each newest checkpoint, and are
/// asked what they saw before a gateway starts (C2SP tlog-witness).
@NullMarked
package nl.sluis.gateway.getuige;

import org.jspecify.annotations.NullMarked;
