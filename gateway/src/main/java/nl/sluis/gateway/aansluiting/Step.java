package nl.sluis.gateway.aansluiting;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.gateway.peer.Standing;
import nl.sluis.policies.terms.Oin;

/// One word of an operator about an organisation. Immutable.
///
/// @param application the digest of what is to be admitted; empty for another word
/// @param effect what it is from this word on; empty when somebody else must say it too
/// @param by who said so, in the words of the operator
public record Step(
    Oin oin,
    Kind kind,
    Optional<String> application,
    Optional<Standing> effect,
    String reason,
    String by,
    Instant at) {
  /// What an operator can say.
  public enum Kind {
    /// Let it in, by its application. Two people.
    TOELATEN,
    /// Shut its door now. One person.
    SCHORSEN,
    /// Open its door again. Two people.
    HERVATTEN,
    /// It is no partner any more. Two people.
    VERWIJDEREN;

    /// The word in the table and the logbook.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The kind with this word.
    public static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /// What it makes of an organisation.
    public Standing effect() {
      return switch (this) {
        case TOELATEN, HERVATTEN -> Standing.TOEGELATEN;
        case SCHORSEN -> Standing.GESCHORST;
        case VERWIJDEREN -> Standing.VERWIJDERD;
      };
    }

    /// Must a second person say it too? What shuts a door does not wait; what opens one, or cannot
    /// be undone, does.
    boolean takesTwo() {
      return this != SCHORSEN;
    }
  }
}
