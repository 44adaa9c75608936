package nl.sluis.policies.convenant;

/// When somebody must look again at what was stopped or hidden. Immutable.
///
/// @param longestMonths how many months a stop may go without being looked at again
/// @param weighMonths within how many months an objection is weighed (AVG 12(3), 21)
/// @param embargoDays how many days something may be hidden from somebody without being looked at
public record ReviewTerms(int longestMonths, int weighMonths, int embargoDays) {
  /// What holds when a text does not say otherwise.
  public static final ReviewTerms STRICT = new ReviewTerms(12, 1, 28);

  /// Reads its part of `toestemming.yaml`; a term may be shorter than what holds otherwise, never
  /// longer.
  static ReviewTerms read(Entry file, Faults faults) {
    return new ReviewTerms(
        atMost(file, "herzieningMaanden", STRICT.longestMonths, faults),
        atMost(file, "bezwaarWegenMaanden", STRICT.weighMonths, faults),
        atMost(file, "embargoDagen", STRICT.embargoDays, faults));
  }

  /// The shorter of each, for an organisation in several convenanten.
  public ReviewTerms shorter(ReviewTerms other) {
    return new ReviewTerms(
        Math.min(longestMonths, other.longestMonths),
        Math.min(weighMonths, other.weighMonths),
        Math.min(embargoDays, other.embargoDays));
  }

  /// A number from 1 to this many; this many when it is not there.
  static int atMost(Entry file, String key, int most, Faults faults) {
    int number = file.number(key, most);
    if (number < 1 || number > most) {
      faults.add(
          file.spotOf(key), "Bij `%s` hoort een getal van 1 tot en met %d.".formatted(key, most));
      return most;
    }
    return number;
  }
}
