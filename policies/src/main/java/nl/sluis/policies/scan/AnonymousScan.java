package nl.sluis.policies.scan;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Says whether a text that should be about nobody could point at somebody.
///
/// Looks for numbers, dates, addresses, names after words such as `leerling`, names of two words,
/// initials, and for combinations that are small in a small school: a school with a group or a
/// trait, and a group with a trait when the sender is a school itself. It is strict rather than
/// clever: it does not see a lone first name at the start of a sentence, a description that only
/// neighbours recognise, or a name in small letters. The professional stays responsible; the manual
/// says so.
public final class AnonymousScan {
  private static final String NAME = "\\p{Lu}\\p{Ll}+(?:[-']\\p{Lu}?\\p{Ll}+)*";
  private static final String BETWEEN = "(?:(?:van|de|den|der|het|ten|ter|el|al|ben|bin) )*";
  private static final String MONTHS =
      "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december";

  private static final List<Pattern> ALWAYS =
      List.of(
          pattern("\\b[0-9]{1,2}[-./ ][0-9]{1,2}[-./ ](?:19|20)?[0-9]{2}\\b"),
          pattern("\\b(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}\\b"),
          pattern("(?i)\\b[0-9]{1,2}e? (?:" + MONTHS + ")\\b"),
          pattern("(?i)\\b(?:geboren|jarig)\\b.{0,20}\\b(?:" + MONTHS + ")\\b"),
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
          "(?i:\\b(?:school|basisschool|kindcentrum|ikc|obs|cbs|rkbs|college|lyceum|mavo|havo|vwo)\\b)"
              + " +(?:(?:De|Het|'t) )?"
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

  /// Traits of which a group or a small school has one or two: health, origin, and what happened in
  /// a family. A closed list; what it lacks is for the professional.
  private static final Pattern TRAIT =
      pattern(
          "(?i)\\b(?:rolstoel|blind|doof|slechthorend|slechtziend|gehoorapparaat|epilepsie|diabetes"
              + "|kanker|leukemie|syndroom|autisme|albinisme|stottert|hoogbegaafd|tweeling|drieling"
              + "|pleegkind|pleegzorg|adoptie|geadopteerd|vluchteling|asielzoeker|statushouder|azc"
              + "|nieuwkomer|woonwagen|gevangenis|detentie|overleden|zelfdoding|vermoord|opvanghuis"
              + "|transgender|zwanger|ondertoezichtstelling|uit huis geplaatst"
              + "|\\p{L}+(?:talig|se afkomst))\\b");

  private static final Pattern SCHOOL_WORDS =
      pattern(
          "\\b(?:openbare|katholieke|christelijke|basisschool|school|kindcentrum|ikc|obs|cbs|rkbs"
              + "|college|lyceum|mavo|havo|vwo|de|het|'t)\\b");
  private static final Pattern NOT_A_LETTER = pattern("[^\\p{L}\\p{Nd}]+");

  private AnonymousScan() {}

  /// Who asks, as far as it says which group is small.
  ///
  /// @param fromSchool whether the sender is a school, so that everybody knows which school it is
  ///   about
  /// @param schools words by which the schools of the region are known, in small letters
  public record Setting(boolean fromSchool, Set<String> schools) {
    /// Copies its parts.
    public Setting {
      schools = Set.copyOf(schools);
    }

    /// The words by which a school is known: its name without what every school is called.
    public static String nameOf(String school) {
      return SCHOOL_WORDS
          .matcher(school.split(",", 2)[0].toLowerCase(Locale.ROOT))
          .replaceAll(" ")
          .strip();
    }
  }

  /// Could these texts, read together, point at a person?
  public static boolean identifies(Collection<String> texts) {
    return identifies(texts, new Setting(false, Set.of()));
  }

  /// Could these texts, read together and from this sender, point at a person?
  public static boolean identifies(Collection<String> texts, Setting setting) {
    var plain = texts.stream().map(AnonymousScan::plain).toList();
    return plain.stream().anyMatch(AnonymousScan::identifies)
        || isSmallGroup(String.join(" ; ", plain), setting);
  }

  private static boolean isSmallGroup(String whole, Setting setting) {
    boolean group = GROUP.matcher(whole).find();
    boolean trait = TRAIT.matcher(whole).find();
    boolean school = SCHOOL.matcher(whole).find() || namesSchool(whole, setting);
    return (school && (group || trait)) || (setting.fromSchool() && group && trait);
  }

  private static boolean namesSchool(String whole, Setting setting) {
    var words = " " + NOT_A_LETTER.matcher(whole.toLowerCase(Locale.ROOT)).replaceAll(" ") + " ";
    return setting.schools().stream().anyMatch(name -> words.contains(" " + name + " "));
  }

  /// One form for letters that look alike; characters that cannot be seen separate nothing.
  private static String plain(String text) {
    var plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(plain::appendCodePoint);
    return plain.toString();
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
