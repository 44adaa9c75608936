package nl.sluis.policies.terms;

import java.util.Locale;

/// The road by which a message may pass: what makes the disclosure lawful.
public enum Lane {
  /// The law itself orders or allows the exchange; asking consent would mislead.
  WETTELIJK,
  /// Those concerned said yes.
  TOESTEMMING,
  /// The meldcode: safety goes first, to receivers the law names, with a review afterwards.
  OVERRIDE,
  /// Silence and speaking are both duties; two persons decide, never the machine.
  CONFLICT_VAN_PLICHTEN,
  /// No person is spoken of.
  ANONIEM;

  /// Does the law itself carry this road, also without a convenant?
  public boolean isCarriedByLaw() {
    return this == WETTELIJK || this == OVERRIDE;
  }

  /// The word in the convenant, such as `conflict-van-plichten`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
