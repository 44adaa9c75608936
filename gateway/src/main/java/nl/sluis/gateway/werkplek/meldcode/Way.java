package nl.sluis.gateway.werkplek.meldcode;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where an answer to one of the five questions leads, by the afwegingskader of a profession.
public enum Way {
  /// To the next question.
  VERDER,
  /// To a report at Veilig Thuis.
  MELDEN,
  /// To help that is offered or organised here, and followed.
  HULP,
  /// To nothing more: there is no suspicion.
  SLUITEN,
  /// To somebody who knows more, and then to the same question again.
  OVERLEG;

  /// The way with this word of the data.
  static Optional<Way> of(String word) {
    return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
  }

  /// Its word in the data and in the texts.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
