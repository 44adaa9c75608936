package nl.sluis.gateway.vorm;

import java.util.List;
import java.util.Locale;

/// The form that a word takes beside a whole number, as the Unicode CLDR tells it for the languages
/// of these pages: a Pole says `1 rok`, `3 lata` and `5 lat`, and Arabic has a form for two.
public enum Plural {
  /// Nothing.
  ZERO,
  /// One, or in Ukrainian whatever ends like one.
  ONE,
  /// Two.
  TWO,
  /// Some.
  FEW,
  /// A lot.
  MANY,
  /// Every other number.
  OTHER;

  private static final List<Plural> TWO_FORMS = List.of(ONE, OTHER);
  private static final List<Plural> SLAVIC = List.of(ONE, FEW, MANY);

  /// The form for this number.
  ///
  /// @param number zero or more
  public static Plural of(Language language, long number) {
    return switch (language) {
      case NL, EN, TR, TI -> number == 1 ? ONE : OTHER;
      case PL -> number == 1 ? ONE : fewOrMany(number);
      case UK -> number % 10 == 1 && number % 100 != 11 ? ONE : fewOrMany(number);
      case AR -> arabic(number);
    };
  }

  /// The forms between which a language chooses; a text has all of them.
  public static List<Plural> of(Language language) {
    return switch (language) {
      case NL, EN, TR, TI -> TWO_FORMS;
      case PL, UK -> SLAVIC;
      case AR -> List.of(values());
    };
  }

  private static Plural fewOrMany(long number) {
    long last = number % 10;
    boolean isTeen = number % 100 >= 12 && number % 100 <= 14;
    return last >= 2 && last <= 4 && !isTeen ? FEW : MANY;
  }

  private static Plural arabic(long number) {
    if (number <= 2) {
      return List.of(ZERO, ONE, TWO).get((int) number);
    }
    long last = number % 100;
    if (last >= 3 && last <= 10) {
      return FEW;
    }
    return last >= 11 ? MANY : OTHER;
  }

  /// How a text names it: `one`, `few`.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
