package nl.sluis.consent.leesmee;

import java.util.Locale;
import java.util.Optional;

/// What can happen to one text and one person.
public enum ReadingWord {
  /// The person, who has a place of their own at the child, was told that it lies ready.
  VOORGELEGD,
  /// The person read it.
  GELEZEN,
  /// For this person it may go.
  AKKOORD,
  /// For this person it may not go; later this takes an [#AKKOORD] back.
  TEGENGEHOUDEN,
  /// What this person wants to go along with it; the last one counts.
  OPMERKING,
  /// What was written down in this person's name is not so.
  KLOPT_NIET;

  /// The word in messages and in the database, such as `klopt-niet`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The word with this code; empty when there is none.
  public static Optional<ReadingWord> of(String code) {
    for (var word : values()) {
      if (word.code().equals(code)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }
}
