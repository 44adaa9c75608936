package nl.sluis.policies.scan;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Says whether a text speaks of a topic that its category may not hold, by the words the form
/// names.
///
/// Compares whole words, small and capital letters alike. Does not see a paraphrase, another
/// language or a misspelling; the form itself, with few and short fields, is the stronger guard.
public final class TopicScan {
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{Nd}]+");

  private TopicScan() {}

  /// Does any of these texts hold one of these words?
  ///
  /// @param forbidden words in small letters
  public static boolean speaksOf(Set<String> forbidden, Collection<String> texts) {
    return texts.stream()
        .flatMap(text -> Arrays.stream(NOT_A_LETTER.split(text.toLowerCase(Locale.ROOT))))
        .anyMatch(forbidden::contains);
  }
}
