package nl.sluis.policies.toezicht;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an officer found of a signal or of a drawn row.
public enum Finding {
  /// There was a good reason.
  GERECHTVAARDIGD,
  /// There was none: this is misuse, and a possible breach (AVG 33).
  ONGERECHTVAARDIGD,
  /// It cannot be found out.
  NIET_VAST_TE_STELLEN,
  /// The row is wrong, not the person.
  GEGEVENSFOUT;

  /// The word by which it is kept, such as `niet-vast-te-stellen`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The finding with this word; empty when there is none.
  public static Optional<Finding> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
