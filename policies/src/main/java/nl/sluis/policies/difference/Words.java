package nl.sluis.policies.difference;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Days;
import nl.sluis.policies.hypothesis.Need;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Role;

/// How the difference names things.
final class Words {
  private Words() {}

  static String category(DataCategory category, Convenant convenant) {
    return category + " (" + convenant.labels().getOrDefault(category, category.slug()) + ")";
  }

  static String categories(Collection<DataCategory> categories, Convenant convenant) {
    return categories.stream()
        .sorted()
        .map(category -> category(category, convenant))
        .collect(Collectors.joining(", "));
  }

  /// `vanaf 2026-09-01`, or `van 2026-09-01 tot 2027-01-01`.
  static String days(Days days) {
    return days.end()
        .map(end -> "van " + days.first() + " tot " + end)
        .orElse("vanaf " + days.first());
  }

  static String roles(Collection<Role> roles) {
    return joined(roles.stream().sorted().map(Role::code).toList(), "of");
  }

  /// What is needed, in a fixed order, one short piece each.
  static List<String> needs(Collection<Need> needs, Convenant convenant) {
    return needs.stream()
        .map(need -> need.words(convenant))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  static String joined(List<String> words, String last) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1))
        + " "
        + last
        + " "
        + words.getLast();
  }

  /// `1 combinatie`, `14 combinaties`.
  static String count(int number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }
}
