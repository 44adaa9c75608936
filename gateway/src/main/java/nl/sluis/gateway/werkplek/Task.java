package nl.sluis.gateway.werkplek;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody does at the desk. Which functions do which is data of `werkplek.yaml`; a function
/// without a task opens nothing.
public enum Task {
  /// Makes a message and sends it.
  VERSTUREN,
  /// Opens what came in, answers, asks, gives back, calls back.
  POSTBUS,
  /// Speaks with a family about consent, and puts on record what came of it.
  TOESTEMMING,
  /// Prepares and holds a casusoverleg.
  OVERLEG,
  /// Keeps the record of the five steps (Wet verplichte meldcode).
  MELDCODE,
  /// Looks whether the desk itself is well: settings, line, keys; never content.
  BEHEER;

  /// The task with this word of the settings, such as `versturen`.
  public static Optional<Task> of(String word) {
    return Arrays.stream(values()).filter(task -> task.word().equals(word)).findFirst();
  }

  /// Its word in settings, texts and manuals.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
