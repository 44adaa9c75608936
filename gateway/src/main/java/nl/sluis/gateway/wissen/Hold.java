package nl.sluis.gateway.wissen;

import java.util.Locale;

/// Why what is known of a person must be kept for now. Few, and each is something that ends.
public enum Hold {
  /// A report for the child's safety is on its way or unconfirmed (design 10.10, 10.16).
  MELDING,
  /// Somebody must still look back at what went out for safety's sake (domain 3.7).
  NACONTROLE,
  /// Something is hidden from the family; once shown, the family must be able to see it (domain
  /// 2.8).
  EMBARGO,
  /// Somebody asked to keep it: a restriction (AVG 18), a ban of a court, or a duty to keep.
  BEPERKING,
  /// An objection is being weighed, or a talk that the family says was not there (AVG 21; design
  /// 10.13).
  GESCHIL,
  /// An officer froze rows about this person in a case that is open: proof of a breach or of misuse
  /// is kept until it closes (AVG 17(3)(b), (e), 33(5)).
  ZAAK,
  /// Something was handed over, and its row must be kept for the term of its rule (AVG 5(2), 17(3);
  /// design 10.20).
  BEWAARTERMIJN;

  /// The Dutch word.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
