package nl.sluis.policies.terms;

import java.util.Collection;

/// One bit per word, so that a set of words is a number.
///
/// The place of a bit follows the order in which the words are declared. Such a number lives in
/// memory only and is never stored or sent, so the order may change.
public final class Bit {
  private Bit() {}

  /// The place of this word: zero for the first.
  @SuppressWarnings("EnumOrdinal") // The one place where the order counts; see above.
  public static int place(Enum<?> word) {
    return word.ordinal();
  }

  /// The bit of this word.
  public static long of(Enum<?> word) {
    return 1L << place(word);
  }

  /// The bits of these words.
  public static long of(Collection<? extends Enum<?>> words) {
    long mask = 0;
    for (var word : words) {
      mask |= of(word);
    }
    return mask;
  }

  /// Is the bit of this word set?
  public static boolean in(long mask, Enum<?> word) {
    return (mask & of(word)) != 0;
  }
}
