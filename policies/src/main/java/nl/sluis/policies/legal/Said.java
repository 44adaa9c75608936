package nl.sluis.policies.legal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.CategoryRule.Presence;
import nl.sluis.policies.convenant.Handling;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.DataCategory.Sensitivity;
import nl.sluis.policies.terms.LawRef;

/// How the pages of the legal pack say what a rule says.
final class Said {
  /// Stands above every page that is made.
  static final String MADE =
      "Deze bladzijde is gemaakt uit het convenant; verander haar niet met de hand.";

  private Said() {}

  /// Does what this rule is about go through Sluis?
  static boolean passes(Rule rule) {
    return rule.otherChannel().isEmpty();
  }

  /// The kinds of data that may go along.
  static Set<DataCategory> carried(Rule rule) {
    var carried = new TreeSet<DataCategory>();
    rule.categories()
        .forEach(
            (category, says) -> {
              if (says.presence() != Presence.VERBODEN) {
                carried.add(category);
              }
            });
    return carried;
  }

  /// What art. 9 and 10 AVG and the two heaviest classes of the convenant cover.
  static Set<DataCategory> special(Rule rule) {
    var heavy = carried(rule);
    heavy.removeIf(c -> c.sensitivity().compareTo(Sensitivity.HOOG) < 0);
    return heavy;
  }

  /// Is it closed to Sluis itself?
  static boolean isSealed(Rule rule, DataCategory category) {
    var says = rule.categories().get(category);
    return says != null && says.handling() == Handling.VERZEGELD;
  }

  /// How heavy a kind of data weighs, in words.
  static String weight(DataCategory category) {
    return category.sensitivity().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Every article it rests on, that which opens secrecy included.
  static Stream<String> grounds(Rule rule) {
    var all = new ArrayList<LawRef>(rule.grounds());
    rule.secrecyKey().ifPresent(all::add);
    return all.stream().map(LawRef::toString);
  }

  /// By which road it goes.
  static String road(Rule rule) {
    return rule.otherChannel().map(c -> "niet door Sluis: " + c).orElse(rule.lane().code());
  }

  /// These words in their order, each once.
  static String join(Stream<String> words) {
    return words.distinct().sorted().collect(Collectors.joining(", "));
  }

  /// `X2` before `X10`, `X26` before `X26b`.
  static Comparator<String> byNumber() {
    return Comparator.comparingInt((String id) -> Integer.parseInt(id.replaceAll("[^0-9]", "")))
        .thenComparing(id -> id.toLowerCase(Locale.ROOT));
  }
}
