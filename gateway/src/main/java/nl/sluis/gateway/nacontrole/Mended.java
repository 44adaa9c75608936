package nl.sluis.gateway.nacontrole;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a receiver did with data that it was asked to mend or erase, as it says itself (AVG 19):
/// because their holder did so, called them back or replaced them, or found that they should not
/// have gone.
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

  /// What can be answered to who asks to mend or replace.
  public static final Set<Mended> MENDING =
      Collections.unmodifiableSet(
          EnumSet.of(GERECTIFICEERD, GEWIST, AANGETEKEND, NIET_MEER_AANWEZIG));

  /// What can be answered to who asks to erase.
  public static final Set<Mended> ERASING =
      Collections.unmodifiableSet(
          EnumSet.of(GEWIST, BEWAARD_OM_WETTELIJKE_PLICHT, NIET_MEER_AANWEZIG));

  /// The word in messages, such as `gewist`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Must a law be named with it?
  public boolean needsLaw() {
    return this == BEWAARD_OM_WETTELIJKE_PLICHT;
  }

  /// The words for these.
  public static List<String> codes(Collection<Mended> answers) {
    return answers.stream().map(Mended::code).toList();
  }

  /// The answer with this word, when it is one of these.
  public static Optional<Mended> of(String code, Collection<Mended> answers) {
    return answers.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /// The answer with this word.
  public static Mended of(String code) {
    return of(code, Arrays.asList(values())).orElseThrow();
  }
}
