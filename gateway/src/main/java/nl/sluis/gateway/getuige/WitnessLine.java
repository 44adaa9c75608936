package nl.sluis.gateway.getuige;

import java.net.URI;
import nl.sluis.gateway.logbook.WitnessKey;

/// A witness as an operator names it.
///
/// @param key with which its signatures are checked; holds its name
/// @param address under which it answers, without a slash at the end
public record WitnessLine(WitnessKey key, URI address) {
  /// The name under which it signs.
  public String name() {
    return key.name();
  }
}
