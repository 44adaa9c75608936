package nl.sluis.gateway.werkplek.meldcode;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A page of the guide, in the order in which it is done: the five steps, and for who decided to
/// report what the family hears and what goes along.
public enum Step {
  /// Step one: what was seen and heard.
  SIGNALEN("1", List.of("stap 1")),
  /// Step two: who was asked.
  OVERLEG("2", List.of("stap 2", "aandachtsfunctionaris", "de aandachtsfunctionaris")),
  /// Step three: the talk with parents and child.
  GESPREK("3", List.of("stap 3")),
  /// Step four: the five questions.
  WEGING("4", List.of("stap 4", "de versie van het afwegingskader")),
  /// Step five: both decisions.
  BESLUIT("5", List.of("stap 5", "de soort onveiligheid", "vraag 1", "wie vraag 2")),
  /// Whom it is about, and what they hear.
  GEZIN("gezin", List.of("gezin", "betrokkene", "wie erbij", "anoniem", "of het gezin", "of u")),
  /// Which child, and what goes along.
  MEEGEVEN("meegeven", List.of("categorie", "de categorieën", "kind"));

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // made here, and never changed
  private final List<String> gaps;

  Step(String word, List<String> gaps) {
    this.word = word;
    this.gaps = gaps;
  }

  /// Its word in paths and texts.
  public String word() {
    return word;
  }

  /// The step with this word.
  static Optional<Step> of(String word) {
    return Arrays.stream(values()).filter(step -> step.word.equals(word)).findFirst();
  }

  /// Where it is.
  public String path() {
    return "/werk/meldcode/stap/" + word;
  }

  /// Is it one of the five, that are done whatever is decided?
  public boolean isOfTheFive() {
    return compareTo(BESLUIT) <= 0;
  }

  /// The one after it; empty after the last.
  Optional<Step> next() {
    return Arrays.stream(values()).filter(step -> step.compareTo(this) > 0).findFirst();
  }

  /// On which page somebody mends this gap of the check; the last page when none is named.
  static Step mending(String gap) {
    return Arrays.stream(values())
        .filter(step -> step.gaps.stream().anyMatch(gap::startsWith))
        .findFirst()
        .orElse(MEEGEVEN);
  }
}
