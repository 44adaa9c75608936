package nl.sluis.gateway.toezicht;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Why an officer opens whom a row is about (domain 2.7: with a reason, and logged).
public enum LookReason {
  /// The person, or who speaks for it, asked.
  VERZOEK,
  /// Somebody complained.
  KLACHT,
  /// A signal asks for it.
  SIGNAAL,
  /// The row was drawn in a sample.
  STEEKPROEF,
  /// Data may have gone where it should not (AVG 33).
  DATALEK,
  /// It is part of looking back at what went out for safety's sake.
  NACONTROLE;

  /// The reason with this word.
  public static Optional<LookReason> of(String word) {
    return Arrays.stream(values()).filter(reason -> reason.word().equals(word)).findFirst();
  }

  /// Its word in forms and in the logbook.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
