package nl.sluis.policies.terms;

import java.util.Locale;

/// The body of law that says at which age who must consent to sharing.
public enum Regime {
  /// School to others: AVG 8 in spirit, UAVG 5; below sixteen those with gezag.
  SCHOOL_AVG,
  /// Jeugdwet 7.3.11: twelve to fifteen the jeugdige and those with gezag.
  JEUGDHULP,
  /// BW 7:457: as jeugdhulp, for medical secrecy.
  MEDISCH;

  /// The word in the convenant, such as `school-avg`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
