package nl.sluis.consent.machtiging;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// With what somebody is helped. There is no part with which a helper decides anything.
public enum Part {
  /// Who got what, when and why: the lines of the logbook.
  REGELS,
  /// The questions that wait for an answer, to read them; who was asked answers.
  VRAGEN;

  /// The word in rows and answers, such as `regels`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The part with this word; empty when there is none.
  public static Optional<Part> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
