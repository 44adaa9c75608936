package nl.sluis.consent.custody;

import java.time.Instant;
import java.util.Optional;
import nl.sluis.policies.convenant.ConsentTerms;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Convenant.Status;
import nl.sluis.policies.terms.Age;

/// The choices that the law leaves to the parties of the convenant, or on which sources differ.
///
/// @param twelveToFifteen whether parents consent besides a youth of twelve to fifteen
/// @param court how far the decision of a court in the place of a parent reaches
/// @param declaredCustodyMonths how long custody that somebody declared may be relied on
/// @param documentedCustodyMonths how long custody from a register or court may be relied on
/// @param longestConsentMonths how long a consent may hold at most
/// @param noticeWorkingDays within how many working days somebody should have seen which yes was
///   written down in their name
/// @param coolDownMonths how long after a no it is not put before the same person again, unless
///   something is new
/// @param longestSuspensionWeeks how long it may rest for safety before that is weighed again
/// @param oldRowsStay whether parents of a youth of sixteen or seventeen keep seeing what was
///   before
public record ConsentParameters(
    TwelveToFifteen twelveToFifteen,
    CourtReach court,
    int declaredCustodyMonths,
    int documentedCustodyMonths,
    int longestConsentMonths,
    int noticeWorkingDays,
    int coolDownMonths,
    int longestSuspensionWeeks,
    boolean oldRowsStay) {
  /// Two readings of Jeugdwet 7.3.11 and BW 7:457 for sharing; the first is the safe one.
  public enum TwelveToFifteen {
    /// The youth and those with gezag.
    BEIDEN,
    /// The youth alone.
    JONGERE_ALLEEN
  }

  /// Two readings of BW 1:253a for sharing; the second is the safe one.
  public enum CourtReach {
    /// As far as the words of the decision, whatever the age.
    LETTERLIJK,
    /// Only while the child is below twelve.
    ALLEEN_ONDER_TWAALF;

    /// Can a court still speak in the place of a parent at this age?
    public boolean reaches(Age age) {
      return this == LETTERLIJK || age.isBelow(12);
    }
  }

  /// The safest reading of each.
  public static ConsentParameters strict() {
    return of(TwelveToFifteen.BEIDEN, CourtReach.ALLEEN_ONDER_TWAALF, ConsentTerms.STRICT, false);
  }

  /// What the parties of this version chose. The looser of two readings counts in an adopted text
  /// only once a lawyer decided it.
  public static ConsentParameters of(Convenant convenant) {
    return of(
        chose(convenant, "J3", "alleen") ? TwelveToFifteen.JONGERE_ALLEEN : TwelveToFifteen.BEIDEN,
        chose(convenant, "J18", "letterlijke-reikwijdte")
            ? CourtReach.LETTERLIJK
            : CourtReach.ALLEEN_ONDER_TWAALF,
        convenant.arrangements().consentTerms(),
        chose(convenant, "J5", "oude-rijen-blijven-zichtbaar"));
  }

  private static boolean chose(Convenant convenant, String point, String word) {
    return Optional.ofNullable(convenant.legalPoints().get(point))
        .filter(p -> p.chosen().equals(word))
        .filter(p -> p.isDecided() || convenant.status() == Status.VOORBEELD)
        .isPresent();
  }

  private static ConsentParameters of(
      TwelveToFifteen reading, CourtReach court, ConsentTerms terms, boolean oldRowsStay) {
    return new ConsentParameters(
        reading,
        court,
        terms.declaredCustodyMonths(),
        terms.documentedCustodyMonths(),
        terms.longestConsentMonths(),
        terms.noticeWorkingDays(),
        terms.coolDownMonths(),
        terms.longestSuspensionWeeks(),
        oldRowsStay);
  }

  /// The instant this many months later, by the calendar of Europe/Amsterdam.
  public static Instant monthsAfter(Instant instant, int months) {
    return instant.atZone(Age.CALENDAR).plusMonths(months).toInstant();
  }
}
