package nl.sluis.gateway.herstel;

import java.util.Arrays;

/// What became of a missing row that somebody proved.
public enum Accounted {
  /// It was there; what it said is not undone by anything, and nothing was entered again.
  PROVEN("bewezen"),
  /// It took a consent back, said no to one or disputed it, and that is entered again.
  STOPPED("stop"),
  /// It stopped a consent that was asked after the backup: there is no yes to stop.
  NOTHING_TO_STOP("niets-te-stoppen");

  private final String word;

  Accounted(String word) {
    this.word = word;
  }

  /// The word in the table and in the row.
  public String word() {
    return word;
  }

  static Accounted of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst().orElseThrow();
  }
}
