package nl.sluis.gateway.stopbericht;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a receiver did with a stop message, as it says itself.
public enum Answered {
  /// It uses the data no longer.
  GESTOPT,
  /// It erased the data.
  GEWIST,
  /// A law of its own makes it keep the data; it uses them for nothing else.
  BEWAARD_OM_WETTELIJKE_PLICHT;

  /// The laws that Sluis takes as a ground for keeping what should be erased, by their words.
  public static final List<String> LAWS =
      List.of(
          "jeugdwet",
          "bw",
          "wmo-2015",
          "wpg",
          "wpo",
          "wvo-2020",
          "wec",
          "leerplichtwet-1969",
          "archiefwet-1995");

  /// The word in messages, such as `gestopt`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Every word.
  public static List<String> codes() {
    return Arrays.stream(values()).map(Answered::code).toList();
  }

  /// The answer with this word.
  public static Optional<Answered> of(String code) {
    return Arrays.stream(values()).filter(answer -> answer.code().equals(code)).findFirst();
  }
}
