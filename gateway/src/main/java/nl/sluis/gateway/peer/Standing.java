package nl.sluis.gateway.peer;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nl.sluis.policies.terms.Oin;

/// How Sluis stands to an organisation now.
public enum Standing {
  /// It was admitted: its door is open.
  TOEGELATEN,
  /// It was admitted, and its door is shut until two people open it; acute danger goes on.
  GESCHORST,
  /// It was never admitted, or was removed: it is no partner.
  VERWIJDERD;

  /// Knows how Sluis stands to each organisation.
  ///
  /// Implementations MUST be safe for many threads and MUST NOT wait: it is asked at every request.
  @FunctionalInterface
  public interface Of {
    /// How Sluis stands to this organisation.
    Standing standing(Oin oin);

    /// When a key of this organisation was last withdrawn; what was given out on it until then does
    /// not count any more. The beginning of time when none was.
    default Instant lastWithdrawal(Oin oin) {
      return Instant.MIN;
    }
  }

  /// The word in tables and on a screen.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The standing with this word.
  public static Optional<Standing> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
