package nl.sluis.consent.machtiging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What sort of person somebody lets help. A name is not asked: who chose somebody knows who it is,
/// and nobody else has to.
public enum Helper {
  /// A relative.
  FAMILIE,
  /// A friend or a neighbour.
  VRIEND,
  /// Somebody whose work it is to help, such as a social worker.
  HULPVERLENER,
  /// A lawyer or another who speaks for somebody.
  RAADSMAN,
  /// Somebody else.
  ANDER;

  /// The word in rows and answers, such as `familie`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The sort with this word; empty when there is none.
  public static Optional<Helper> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
