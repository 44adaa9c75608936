package nl.sluis.gateway.toezicht;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody at the desk is there for. One session has one of them, never two, so that nobody
/// reads with the one what only the other may see.
public enum Duty {
  /// Functionaris gegevensbescherming or privacy officer (AVG 37-39): reads the rows of the own
  /// organisation and may open a person with a reason.
  PRIVACY_OFFICER,
  /// Looks back at what colleagues did (`portals.md` 4.4): reads the rows of the own organisation,
  /// opens nobody.
  BEOORDELAAR,
  /// Looks after the convenant: counts only, and none under ten.
  CONVENANTBEHEERDER,
  /// Checks the logbook itself: proofs only, no row and no count.
  AUDITOR;

  /// The duty with this word of an operator's settings, such as `privacy-officer`.
  public static Optional<Duty> of(String word) {
    return Arrays.stream(values()).filter(duty -> duty.word().equals(word)).findFirst();
  }

  /// Its word in settings, texts and manuals.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
