package nl.sluis.policies.convenant;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses which known word somebody meant.
final class Nearest {
  private Nearest() {}

  /// The known word that differs in few letters; empty when none does.
  static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(
            other -> !other.isEmpty() && distance(word, other) <= Math.max(1, word.length() / 3))
        .min(
            Comparator.comparingInt((String other) -> distance(word, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// The guess as the end of a sentence.
  static String question(String word, Collection<String> known, String otherwise) {
    return to(word, known).map(other -> "; bedoelt u `" + other + "`?").orElse(otherwise);
  }

  // How many letters to change, add or leave out.
  private static int distance(String one, String other) {
    var previous = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      var row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(previous[j], row[j - 1]) + 1);
      }
      previous = row;
    }
    return previous[other.length()];
  }
}
