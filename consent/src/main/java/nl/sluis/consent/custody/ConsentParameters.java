package nl.sluis.consent.custody;

import java.time.Instant;
import nl.sluis.policies.terms.Age;

/// The choices that the law leaves to the parties of the convenant, or on which sources differ.
///
/// @param twelveToFifteen whether parents consent besides a youth of twelve to fifteen
/// @param declaredCustodyMonths how long custody that somebody declared may be relied on
/// @param documentedCustodyMonths how long custody from a register or court may be relied on
/// @param coolDownMonths how long after a no nobody may be asked again by word of mouth
/// @param longestConsentMonths how long a consent may hold at most
public record ConsentParameters(
    TwelveToFifteen twelveToFifteen,
    int declaredCustodyMonths,
    int documentedCustodyMonths,
    int coolDownMonths,
    int longestConsentMonths) {
  /// Two readings of Jeugdwet 7.3.11 and BW 7:457 for sharing; the first is the safe one.
  public enum TwelveToFifteen {
    /// The youth and those with gezag.
    BEIDEN,
    /// The youth alone.
    JONGERE_ALLEEN
  }

  /// The safest reading of each.
  public static ConsentParameters strict() {
    return new ConsentParameters(TwelveToFifteen.BEIDEN, 12, 24, 3, 12);
  }

  /// The instant this many months later, by the calendar of Europe/Amsterdam.
  public static Instant monthsAfter(Instant instant, int months) {
    return instant.atZone(Age.CALENDAR).plusMonths(months).toInstant();
  }
}
