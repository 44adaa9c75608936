package nl.sluis.dev.voorbeeld;

import java.util.List;
import nl.sluis.dev.partner.DevConvenant;
import nl.sluis.policies.convenant.Convenant;

/// The version by which the specs read their scenarios.
final class TheConvenant {
  static final List<Convenant> ALL = DevConvenant.all();
  static final Convenant IN_FORCE = ALL.getLast();

  private TheConvenant() {}
}
