package nl.sluis.policies.circle;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.sluis.policies.terms.Role;

/// Roles that sit at the table as one: what a school would point at.
///
/// @param key the same for every role of the group
/// @param name what it is called at the table
record Group(String key, String name) implements Comparable<Group> {
  /// The one in the middle.
  static final Group SCHOOL = new Group("school", "School");

  private static final Set<String> SHARED_FIRST_WORD =
      Set.of("school", "cjg", "ggd", "gi", "gemeente");

  private static final Map<String, String> OF_ROLE =
      Map.of(
          "veilig-thuis-advies", "veilig-thuis",
          "poh-jeugd", "huisarts",
          "jongere", "gezin",
          "ouder-gezag", "gezin",
          "ouder-zonder-gezag", "gezin",
          "voogd", "gezin");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("school", "School"),
          Map.entry("cjg", "CJG"),
          Map.entry("ggd", "Jeugdgezondheidszorg (GGD)"),
          Map.entry("gi", "Gecertificeerde instelling"),
          Map.entry("gemeente", "Gemeente"),
          Map.entry("gezin", "Gezin"),
          Map.entry("huisarts", "Huisarts en POH"),
          Map.entry("jmw", "Jeugdmaatschappelijk werk"),
          Map.entry("lpa", "Leerplicht"),
          Map.entry("rvdk", "Raad voor de Kinderbescherming"),
          Map.entry("swv", "Samenwerkingsverband"),
          Map.entry("veilig-thuis", "Veilig Thuis"),
          Map.entry("jeugdhulpaanbieder", "Jeugdhulp"));

  static Group of(Role role) {
    var code = role.code();
    var first = code.replaceAll("-.*", "");
    var key = OF_ROLE.getOrDefault(code, SHARED_FIRST_WORD.contains(first) ? first : code);
    return new Group(key, NAMES.getOrDefault(key, spelled(key)));
  }

  private static String spelled(String key) {
    var words = key.replace('-', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  boolean isSchool() {
    return key.equals(SCHOOL.key());
  }

  @Override
  public int compareTo(Group other) {
    return key.compareTo(other.key);
  }
}
