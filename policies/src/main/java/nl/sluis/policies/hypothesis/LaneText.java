package nl.sluis.policies.hypothesis;

import nl.sluis.policies.terms.Lane;

/// The road by which something passes, in plain Dutch.
public final class LaneText {
  private LaneText() {}

  /// Why it may pass, such as `alleen met toestemming`.
  public static String of(Lane lane) {
    return switch (lane) {
      case WETTELIJK -> "omdat de wet het zegt";
      case TOESTEMMING -> "alleen met toestemming";
      case OVERRIDE -> "zonder toestemming, omdat veiligheid voorgaat";
      case CONFLICT_VAN_PLICHTEN -> "alleen als twee mensen het wegen";
      case ANONIEM -> "zonder dat iemand weet over wie het gaat";
    };
  }
}
