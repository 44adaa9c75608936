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
/// @param declaredCustodyMonths how long custody that somebody declared may be relied on
/// @param documentedCustodyMonths how long custody from a register or court may be relied on
/// @param longestConsentMonths how long a consent may hold at most
public record ConsentParameters(
    TwelveToFifteen twelveToFifteen,
    int declaredCustodyMonths,
    int documentedCustodyMonths,
    int longestConsentMonths) {
  /// Two readings of Jeugdwet 7.3.11 and BW 7:457 for sharing; the first is the safe one.
  public enum TwelveToFifteen {
    /// The youth and those with gezag.
    BEIDEN,
    /// The youth alone.
    JONGERE_ALLEEN
  }

  /// The point of law that chooses between the two readings, and the word for the other one.
  private static final String POINT = "J3";

  private static final String ALONE = "alleen";

  /// The safest reading of each.
  public static ConsentParameters strict() {
    return of(TwelveToFifteen.BEIDEN, ConsentTerms.STRICT);
  }

  /// What the parties of this version chose. That a youth decides alone counts in an adopted text
  /// only once a lawyer decided it.
  public static ConsentParameters of(Convenant convenant) {
    var alone =
        Optional.ofNullable(convenant.legalPoints().get(POINT))
            .filter(point -> point.chosen().equals(ALONE))
            .filter(point -> point.isDecided() || convenant.status() == Status.VOORBEELD);
    return of(
        alone.isPresent() ? TwelveToFifteen.JONGERE_ALLEEN : TwelveToFifteen.BEIDEN,
        convenant.arrangements().consentTerms());
  }

  private static ConsentParameters of(TwelveToFifteen reading, ConsentTerms terms) {
    return new ConsentParameters(
        reading,
        terms.declaredCustodyMonths(),
        terms.documentedCustodyMonths(),
        terms.longestConsentMonths());
  }

  /// The instant this many months later, by the calendar of Europe/Amsterdam.
  public static Instant monthsAfter(Instant instant, int months) {
    return instant.atZone(Age.CALENDAR).plusMonths(months).toInstant();
  }
}
