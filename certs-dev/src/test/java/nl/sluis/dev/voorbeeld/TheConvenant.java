package nl.sluis.dev.voorbeeld;

import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.policies.convenant.Convenant;

/// The version by which the specs read their scenarios.
final class TheConvenant {
  static final Convenant IN_FORCE = DevConvenant.newest();

  private TheConvenant() {}
}
