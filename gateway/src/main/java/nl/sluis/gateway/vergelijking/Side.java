package nl.sluis.gateway.vergelijking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// On which side of an exchange an organisation stands.
public enum Side {
  /// It sent, or asked whether it might.
  GAF,
  /// It received.
  KREEG;

  /// The word in an extract and in texts.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The side with this word, in any case of letters; empty when there is none.
  static Optional<Side> of(String word) {
    var small = word.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(side -> side.word().equals(small)).findFirst();
  }
}
