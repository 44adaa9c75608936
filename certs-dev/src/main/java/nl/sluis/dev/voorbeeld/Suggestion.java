package nl.sluis.dev.voorbeeld;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/// Turns an unknown word into a sentence that helps: the nearest known word, and all of them.
final class Suggestion {
  private Suggestion() {}

  static String unknown(String word, Collection<String> known) {
    var near =
        known.stream()
            .min(Comparator.comparingInt(k -> distance(word, k)))
            .filter(k -> distance(word, k) <= Math.max(2, word.length() / 4));
    var all = known.isEmpty() ? "niets" : "`" + String.join("`, `", known) + "`";
    return "`%s` ken ik hier niet%s; hier kan staan: %s"
        .formatted(word, near.map(k -> " (bedoelt u `" + k + "`?)").orElse(""), all);
  }

  private static int distance(String one, String two) {
    var a = one.toLowerCase(Locale.ROOT);
    var b = two.toLowerCase(Locale.ROOT);
    var row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(swap, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
