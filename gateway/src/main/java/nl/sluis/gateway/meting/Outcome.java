package nl.sluis.gateway.meting;

import java.util.Locale;

/// How an exchange ended, as an operator counts it: never why.
public enum Outcome {
  DOORGELATEN,
  AANGEHOUDEN,
  GEWEIGERD,
  /// The number of the message was used before, for other bytes.
  BOTSING,
  /// No message of this partner: nothing was decided.
  ONJUIST,
  /// More than the share of this partner; nothing was done.
  TE_VEEL,
  /// Not known: the database did not confirm, or too much waited.
  NIET_VASTGELEGD;

  /// Its word in metrics.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
