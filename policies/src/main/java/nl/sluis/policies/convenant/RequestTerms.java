package nl.sluis.policies.convenant;

/// Within what time an organisation answers what somebody asks of it about their own data, or
/// another organisation about a child. Immutable.
///
/// @param answerMonths within how many months a request is answered, or it is said why that takes
///   longer (AVG 12(3))
/// @param extendMonths how many months may be added once, with a reason told in that first time
/// @param whyWorkingDays within how many Dutch working days the question why something was shared
///   is answered; no law names a number
/// @param receiverWorkingDays within how many Dutch working days whoever got data that were mended
///   or erased says what it did with them (AVG 19, which names no number)
/// @param inquiryWorkingDays within how many Dutch working days whoever read a question of Veilig
///   Thuis answers or refuses, before the question lapses (Wmo 2015 5.2.6, which names no number)
/// @param evaluationAfterMonths how many months after help was allocated a family is asked whether
///   it fits (Z3, which says three)
/// @param evaluationOpenDays for how many days somebody can answer that; no source names a number
public record RequestTerms(
    int answerMonths,
    int extendMonths,
    int whyWorkingDays,
    int receiverWorkingDays,
    int inquiryWorkingDays,
    int evaluationAfterMonths,
    int evaluationOpenDays) {
  /// What holds when a text does not say otherwise.
  public static final RequestTerms STRICT = new RequestTerms(1, 2, 10, 10, 10, 3, 28);

  /// Reads its part of `toestemming.yaml`; a term may be shorter than what holds otherwise, never
  /// longer.
  static RequestTerms read(Entry file, Faults faults) {
    return new RequestTerms(
        ReviewTerms.atMost(file, "verzoekBeantwoordenMaanden", STRICT.answerMonths, faults),
        ReviewTerms.atMost(file, "verzoekVerlengenMaanden", STRICT.extendMonths, faults),
        ReviewTerms.atMost(file, "waaromBeantwoordenWerkdagen", STRICT.whyWorkingDays, faults),
        ReviewTerms.atMost(file, "ontvangerVerwerkenWerkdagen", STRICT.receiverWorkingDays, faults),
        ReviewTerms.atMost(file, "vraagBeantwoordenWerkdagen", STRICT.inquiryWorkingDays, faults),
        ReviewTerms.atMost(file, "evaluatieNaMaanden", STRICT.evaluationAfterMonths, faults),
        ReviewTerms.atMost(file, "evaluatieOpenDagen", STRICT.evaluationOpenDays, faults));
  }

  /// The shorter of each, for an organisation in several convenanten.
  public RequestTerms shorter(RequestTerms other) {
    return new RequestTerms(
        Math.min(answerMonths, other.answerMonths),
        Math.min(extendMonths, other.extendMonths),
        Math.min(whyWorkingDays, other.whyWorkingDays),
        Math.min(receiverWorkingDays, other.receiverWorkingDays),
        Math.min(inquiryWorkingDays, other.inquiryWorkingDays),
        Math.min(evaluationAfterMonths, other.evaluationAfterMonths),
        Math.min(evaluationOpenDays, other.evaluationOpenDays));
  }
}
