package nl.sluis.gateway.vorm;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text with places in it, filled with what stands there.
///
/// `{0}` is the first value as it is. `{0, one: # rok | few: # lata | many: # lat}` is a whole
/// number with the word that goes beside it; `#` is the number itself, which may be left out. What
/// is filled in is never read for places again. Pure.
public final class Wording {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:,([^{}]*))?}");
  private static final Pattern OR = Pattern.compile("\\|");

  private Wording() {}

  /// The text with these values in its places.
  ///
  /// @param language of the text: it says which form a number asks for, and which way the text runs
  /// @throws IllegalArgumentException when a place has no value, a number is none, or its form is
  ///   not in the text
  public static String fill(String text, Language language, Object... values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(filled(place, language, values)));
  }

  private static String filled(MatchResult place, Language language, Object... values) {
    int at = Integer.parseInt(place.group(1));
    if (at >= values.length) {
      throw new IllegalArgumentException("nothing for place " + at);
    }
    if (place.group(2) == null) {
      return apart(String.valueOf(values[at]), language);
    }
    if (!(values[at] instanceof Number number)) {
      throw new IllegalArgumentException("no number in place " + at);
    }
    var form = forms(place.group(2)).get(Plural.of(language, number.longValue()));
    if (form == null) {
      throw new IllegalArgumentException("a form is missing in " + language.tag());
    }
    return form.replace("#", apart(String.valueOf(number.longValue()), language));
  }

  /// Every set of forms in a text, for who looks whether all are there.
  static List<Map<Plural, String>> counted(String text) {
    return PLACE
        .matcher(text)
        .results()
        .filter(place -> place.group(2) != null)
        .map(place -> forms(place.group(2)))
        .toList();
  }

  private static Map<Plural, String> forms(String written) {
    var forms = new EnumMap<Plural, String>(Plural.class);
    OR.splitAsStream(written)
        .forEach(
            one -> {
              var colon = one.indexOf(':');
              for (var plural : Plural.values()) {
                if (colon > 0 && one.substring(0, colon).strip().equals(plural.word())) {
                  forms.put(plural, one.substring(colon + 1).strip());
                }
              }
            });
    return forms;
  }

  /// A name, a day or a number runs its own way in a sentence from right to left: it stands between
  /// isolates (Unicode UAX 9), which are to plain text what `bdi` is to HTML.
  private static String apart(String value, Language language) {
    return language.direction().equals("rtl") ? "\u2068" + value + "\u2069" : value;
  }
}
