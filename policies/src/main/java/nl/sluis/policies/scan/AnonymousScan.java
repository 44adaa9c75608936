package nl.sluis.policies.scan;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Says whether a text that should be about nobody could point at somebody.
///
/// Looks for numbers, dates, addresses, names after words such as `leerling`, names of two words,
/// initials, and a school together with a group. It is strict rather than clever: it does not see a
/// lone first name at the start of a sentence, a description that only neighbours recognise, or a
/// name in small letters. The professional stays responsible; the manual says so.
public final class AnonymousScan {
  private static final String NAME = "\\p{Lu}\\p{Ll}+(?:[-']\\p{Lu}?\\p{Ll}+)*";
  private static final String BETWEEN = "(?:(?:van|de|den|der|het|ten|ter|el|al|ben|bin) )*";
  private static final String MONTHS =
      "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december";

  private static final List<Pattern> ALWAYS =
      List.of(
          pattern("\\b[0-9]{1,2}[-./ ][0-9]{1,2}[-./ ](?:19|20)?[0-9]{2}\\b"),
          pattern("\\b(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}\\b"),
          pattern("(?i)\\b[0-9]{1,2} (?:" + MONTHS + ")\\b"),
          pattern("[^\\s@]+@[^\\s@]+\\.[a-zA-Z]{2,}"),
          pattern("(?<![0-9])(?:\\+31|0031|0)[ -]?[1-9](?:[ -]?[0-9]){8}(?![0-9])"),
          pattern("\\b[1-9][0-9]{3}(?: ?[A-Z]{2}|[a-z]{2})\\b"),
          pattern(
              "(?i:\\b(?:leerling|kind|jongen|meisje|dochter|zoon|zoontje|dochtertje|zus|zusje|broer|broertje|moeder|vader|oma|opa|mevrouw|meneer|mevr|mw|dhr|heet|genaamd|naam"
                  + " is|familie|gezin)\\b)[.,:]? +"
                  + BETWEEN
                  + NAME),
          pattern("\\b(?:\\p{Lu}\\.){1,4} ?" + BETWEEN + "(?:" + NAME + ")?"));

  private static final Pattern TWO_NAMES =
      pattern("\\b(" + NAME + ") " + BETWEEN + "(" + NAME + ")\\b");
  private static final Set<String> NOT_A_NAME =
      Set.of(
          "Veilig Thuis",
          "Centrum Jeugd",
          "Jeugd Gezin",
          "Raad Kinderbescherming",
          "Passend Onderwijs",
          "Zuid Kennemerland");
  private static final Pattern SCHOOL =
      pattern(
          "(?i:\\b(?:school|basisschool|college|lyceum|mavo|havo|vwo)\\b) +(?:(?:De|Het|'t) )?"
              + NAME
              + "|\\b"
              + NAME
              + "(?:school|college|lyceum)\\b|\\b(?:De|Het) "
              + NAME
              + "\\b");
  private static final Pattern GROUP =
      pattern(
          "(?i)\\b(?:groep|klas|brugklas|leerjaar)"
              + " *(?:[1-8]|een|twee|drie|vier|vijf|zes|zeven|acht)");

  private AnonymousScan() {}

  /// Could these texts, read together, point at a person?
  public static boolean identifies(Collection<String> texts) {
    var whole = String.join(" ; ", texts);
    return texts.stream().anyMatch(AnonymousScan::identifies)
        || (SCHOOL.matcher(whole).find() && GROUP.matcher(whole).find());
  }

  private static boolean identifies(String text) {
    if (BsnScan.holdsBsn(text) || ALWAYS.stream().anyMatch(p -> p.matcher(text).find())) {
      return true;
    }
    var names = TWO_NAMES.matcher(text);
    while (names.find()) {
      if (!NOT_A_NAME.contains(names.group(1) + " " + names.group(2))) {
        return true;
      }
    }
    return false;
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }
}
