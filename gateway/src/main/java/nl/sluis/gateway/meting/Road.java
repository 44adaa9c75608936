package nl.sluis.gateway.meting;

import java.util.Locale;
import nl.sluis.policies.terms.Lane;

/// Which way an exchange went, as an operator counts it: the lanes of the convenant, acute danger,
/// or none.
public enum Road {
  WETTELIJK,
  TOESTEMMING,
  OVERRIDE,
  CONFLICT_VAN_PLICHTEN,
  ANONIEM,
  /// A report of acute danger at its own address.
  ACUUT,
  /// No rule of a convenant speaks of it.
  GEEN;

  /// The road of this lane.
  public static Road of(Lane lane) {
    return switch (lane) {
      case WETTELIJK -> WETTELIJK;
      case TOESTEMMING -> TOESTEMMING;
      case OVERRIDE -> OVERRIDE;
      case CONFLICT_VAN_PLICHTEN -> CONFLICT_VAN_PLICHTEN;
      case ANONIEM -> ANONIEM;
    };
  }

  /// Its word in metrics, such as `conflict-van-plichten`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
