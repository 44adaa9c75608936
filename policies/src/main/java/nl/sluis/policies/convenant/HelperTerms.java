package nl.sluis.policies.convenant;

/// How long somebody whom a person lets help may look along (AVG 12 and 15, Awb 2:1; no law names a
/// number). Immutable.
///
/// @param days for how many days when nothing else is chosen
/// @param mostDays for how many days at most
/// @param codeHours for how many hours the code of the helper is good
public record HelperTerms(int days, int mostDays, int codeHours) {
  /// What holds when a text does not say otherwise.
  public static final HelperTerms STRICT = new HelperTerms(7, 28, 24);

  /// Reads its part of `toestemming.yaml`; a term may be shorter than what holds otherwise, never
  /// longer.
  static HelperTerms read(Entry file, Faults faults) {
    int most = ReviewTerms.atMost(file, "helperHoogstensDagen", STRICT.mostDays, faults);
    return new HelperTerms(
        ReviewTerms.atMost(file, "helperDagen", Math.min(STRICT.days, most), faults),
        most,
        ReviewTerms.atMost(file, "helperCodeUren", STRICT.codeHours, faults));
  }

  /// The shorter of each, for who is not bound to one convenant.
  public HelperTerms shorter(HelperTerms other) {
    return new HelperTerms(
        Math.min(days, other.days),
        Math.min(mostDays, other.mostDays),
        Math.min(codeHours, other.codeHours));
  }
}
