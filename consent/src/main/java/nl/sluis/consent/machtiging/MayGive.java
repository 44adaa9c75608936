package nl.sluis.consent.machtiging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.sluis.policies.terms.Age;

/// Who may let another look along, and which birthday ends that. Pure.
///
/// A youth from twelve gives it for the own matters, alone; who has gezag or guardianship gives it
/// for a child below sixteen. Of a youth of sixteen or seventeen only that youth gives it: a parent
/// whom the youth lets look was trusted, and whoever the parent trusts was not (domain 2.7). What
/// was given ends at twelve, sixteen and eighteen, for then it is somebody else's to give.
public final class MayGive {
  private static final int OWN_VOICE = 12;
  private static final int ALONE = 16;
  private static final int ADULT = 18;

  private MayGive() {}

  /// May somebody give it now?
  ///
  /// @param self whether it is the child itself
  /// @param whole whether that person may see everything that may be seen at this child now
  /// @param birth of the child; empty when it is not known, and then nobody may
  public static boolean now(boolean self, boolean whole, Optional<LocalDate> birth, Instant at) {
    return whole
        && birth
            .map(day -> Age.at(day, at))
            .filter(age -> self ? !age.isBelow(OWN_VOICE) : mayOther(age))
            .isPresent();
  }

  /// Who stands in the place of an adult gives it for that adult; `whole` says that it is so.
  private static boolean mayOther(Age age) {
    return age.isBelow(ALONE) || !age.isBelow(ADULT);
  }

  /// Does what was given then still hold, as far as birthdays go?
  public static boolean still(
      boolean self, boolean whole, Optional<LocalDate> birth, Instant given, Instant at) {
    return now(self, whole, birth, at)
        && birth.filter(day -> band(Age.at(day, given)) == band(Age.at(day, at))).isPresent();
  }

  private static int band(Age age) {
    if (age.isBelow(OWN_VOICE)) {
      return 0;
    }
    return age.isBelow(ALONE) ? OWN_VOICE : age.isBelow(ADULT) ? ALONE : ADULT;
  }
}
