package nl.sluis.gateway.verzoek;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a receiver did with data that their holder mended or erased, as it says itself (AVG 19).
public enum Mended {
  /// It mended them as well.
  GERECTIFICEERD,
  /// It erased them.
  GEWIST,
  /// It noted beside them that they are not right.
  AANGETEKEND,
  /// A law of its own makes it keep them; it uses them for nothing else.
  BEWAARD_OM_WETTELIJKE_PLICHT,
  /// It had them no more.
  NIET_MEER_AANWEZIG;

  /// The word in messages, such as `gewist`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What can be answered to this.
  ///
  /// @param what a rectification or an erasure; to anything else nothing can
  static Set<Mended> answers(RequestKind what) {
    return switch (what) {
      case RECTIFICATIE -> EnumSet.of(GERECTIFICEERD, GEWIST, AANGETEKEND, NIET_MEER_AANWEZIG);
      case WISSING -> EnumSet.of(GEWIST, BEWAARD_OM_WETTELIJKE_PLICHT, NIET_MEER_AANWEZIG);
      case WAAROM, BEZWAAR, KLACHT -> EnumSet.noneOf(Mended.class);
    };
  }

  /// The words for them.
  static List<String> codes(RequestKind what) {
    return answers(what).stream().map(Mended::code).toList();
  }

  /// The answer with this word, when it can be answered to this.
  static Optional<Mended> of(String code, RequestKind what) {
    return answers(what).stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /// The answer with this word.
  static Mended of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }
}
