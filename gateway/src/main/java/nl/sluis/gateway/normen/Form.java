package nl.sluis.gateway.normen;

import java.util.Arrays;
import java.util.Optional;

/// The standards in whose words a logbook can be read.
public enum Form {
  /// Logboek Dataverwerkingen, with the names of its interface.
  LDV(false),
  /// Authorization Decision Log, level 3.
  ADL(false),
  /// NEN 7513:2024, in the form of the LDV extension for it.
  NEN7513(true),
  /// GEMMA Verwerkingenlogging 0.9.0.
  GEMMA(true);

  private final boolean ofOne;

  Form(boolean ofOne) {
    this.ofOne = ofOne;
  }

  /// Is it always the log of one organisation?
  public boolean isOfOne() {
    return ofOne;
  }

  /// The word for it on the command line, such as `nen7513`.
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// The form with this word, if there is one.
  public static Optional<Form> of(String code) {
    return Arrays.stream(values()).filter(form -> form.code().equals(code)).findFirst();
  }
}
