package nl.sluis.policies.convenant;

/// How long what people said, and what was found out about gezag, may be relied on.
///
/// @param declaredCustodyMonths how long custody that somebody declared may be relied on
/// @param documentedCustodyMonths how long custody from a register or court may be relied on
/// @param longestConsentMonths how long a consent may hold at most
/// @param noticeWorkingDays within how many working days somebody should have seen which yes was
///   written down in their name
/// @param coolDownMonths how long after a no it is not put before the same person again, unless
///   something is new
/// @param longestSuspensionWeeks how long it may rest for safety before that is weighed again
/// @param reviews when somebody must look again at what was stopped or hidden
/// @param stopConfirmDays within how many Dutch working days a receiver says what it did with a
///   stop message
/// @param talkCheckDays within how many days a sender looks into a talk that the family denies
/// @param custodyReviewDays how many days before what is known of gezag is too old somebody looks
///   it up again
/// @param readingDays how many days readers have for a text that goes only after they could read it
/// @param requests within what time what somebody asks about their own data is answered
/// @param helpers how long somebody whom a person lets help may look along
public record ConsentTerms(
    int declaredCustodyMonths,
    int documentedCustodyMonths,
    int longestConsentMonths,
    int noticeWorkingDays,
    int coolDownMonths,
    int longestSuspensionWeeks,
    ReviewTerms reviews,
    int stopConfirmDays,
    int talkCheckDays,
    int custodyReviewDays,
    int readingDays,
    RequestTerms requests,
    HelperTerms helpers) {
  /// What holds when a text does not say otherwise.
  public static final ConsentTerms STRICT =
      new ConsentTerms(
          12,
          24,
          12,
          2,
          3,
          4,
          ReviewTerms.STRICT,
          5,
          14,
          30,
          14,
          RequestTerms.STRICT,
          HelperTerms.STRICT);

  private static final int LONGEST = 24;
  private static final int MOST_WEEKS = 8;
  private static final int MOST_DAYS = 10;
  private static final int LONGEST_CHECK = 60;

  /// Reads `toestemming.yaml`.
  static ConsentTerms read(Entry file, Faults faults) {
    var terms =
        new ConsentTerms(
            months(file, "gezagVerklaardMaanden", STRICT.declaredCustodyMonths, faults),
            months(file, "gezagGedocumenteerdMaanden", STRICT.documentedCustodyMonths, faults),
            months(file, "langstMaanden", STRICT.longestConsentMonths, faults),
            workingDays(file, "meldMondelingWerkdagen", STRICT.noticeWorkingDays, faults),
            months(file, "afkoelMaanden", STRICT.coolDownMonths, faults),
            within(
                file,
                "opschortingHoogstensWeken",
                STRICT.longestSuspensionWeeks,
                MOST_WEEKS,
                "weken",
                faults),
            ReviewTerms.read(file, faults),
            workingDays(file, "stopBevestigenWerkdagen", STRICT.stopConfirmDays, faults),
            within(
                file, "gesprekNagaanDagen", STRICT.talkCheckDays, LONGEST_CHECK, "dagen", faults),
            within(
                file,
                "gezagHerzieningDagen",
                STRICT.custodyReviewDays,
                LONGEST_CHECK,
                "dagen",
                faults),
            within(file, "leestermijnDagen", STRICT.readingDays, LONGEST_CHECK, "dagen", faults),
            RequestTerms.read(file, faults),
            HelperTerms.read(file, faults));
    file.close();
    return terms;
  }

  private static int workingDays(Entry file, String key, int absent, Faults faults) {
    return within(file, key, absent, MOST_DAYS, "werkdagen", faults);
  }

  private static int months(Entry file, String key, int absent, Faults faults) {
    return within(file, key, absent, LONGEST, "maanden", faults);
  }

  private static int within(
      Entry file, String key, int absent, int most, String unit, Faults faults) {
    int number = file.number(key, absent);
    if (number < 1 || number > most) {
      faults.add(
          file.spotOf(key),
          "Bij `%s` hoort een aantal %s van 1 tot en met %d.".formatted(key, unit, most));
      return absent;
    }
    return number;
  }
}
