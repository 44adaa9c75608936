package nl.sluis.gateway.besluit;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.sluis.gateway.desk.OwnQuestions.Asked;
import nl.sluis.gateway.desk.OwnQuestions.Child;
import nl.sluis.gateway.stopbericht.Continues;
import nl.sluis.gateway.vorm.Language;
import nl.sluis.gateway.vorm.Words;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.DataCategory;
import nl.sluis.policies.terms.Lane;

/// What goes on whatever is answered to one question: by law, or because yes was said to another
/// question. Found in the convenant, and in what this person may see. Immutable.
///
/// @param byLaw what needs nobody's yes
/// @param byOther other questions to which all said yes, between the same two organisations
record Around(List<Going> byLaw, List<Going> byOther) {
  Around {
    byLaw = List.copyOf(byLaw);
    byOther = List.copyOf(byOther);
  }

  /// One thing that goes on.
  ///
  /// @param purpose what for, in one sentence
  /// @param names of the kinds of data
  /// @param why by which road, and what one can do about it
  record Going(String purpose, List<String> names, Why why) {
    Going {
      names = List.copyOf(names);
    }

    /// In one line, in one language: Dutch when any of it is in Dutch.
    Words line(Phrases phrases) {
      var all = Stream.concat(Stream.of(purpose), names.stream()).map(phrases::convenant).toList();
      var kinds = all.subList(1, all.size()).stream().map(Words::text).toList();
      return all.stream().map(Words::language).distinct().count() == 1
          ? new Words(
              line(all.getFirst().text(), kinds, phrases.semicolon()), all.getFirst().language())
          : new Words(line(purpose, names, "; "), Language.NL);
    }

    private static String line(String purpose, List<String> kinds, String semicolon) {
      return purpose + " (" + String.join(semicolon, kinds) + ")";
    }
  }

  /// Why something goes on without this yes, and what one can do about it.
  enum Why {
    /// The law orders it.
    WET,
    /// It is a public task, to which one can object (AVG 21).
    TAAK,
    /// Safety comes first.
    VEILIGHEID,
    /// Yes was said to another question.
    ANDERE_VRAAG
  }

  static Around of(Asked asked, Child child, Convenant words) {
    var ask = asked.line().ask();
    var byLaw =
        Continues.without(words, ask.sender(), ask.receiver()).stream()
            .filter(one -> !child.cover().hides(one.rule().purpose()))
            .filter(one -> child.age().isEmpty() || one.rule().ages().hold(child.age().get()))
            .map(
                one ->
                    new Going(
                        sentence(one.rule(), words),
                        names(one.categories(), words),
                        why(one.rule())))
            .toList();
    var byOther =
        child.questions().stream()
            .map(Asked::line)
            .filter(line -> !line.ask().id().equals(ask.id()))
            .filter(line -> line.ask().sender().oin().equals(ask.sender().oin()))
            .filter(line -> line.ask().receiver().equals(ask.receiver()))
            .filter(line -> !line.ask().purpose().equals(ask.purpose()))
            .filter(line -> line.mine().shared().filter(some -> !some.isEmpty()).isPresent())
            .map(
                line ->
                    new Going(
                        words.purposes().getOrDefault(line.ask().purpose(), ""),
                        names(line.mine().shared().orElseThrow(), words),
                        Why.ANDERE_VRAAG))
            .toList();
    return new Around(byLaw, byOther);
  }

  static String sentence(Rule rule, Convenant words) {
    return words.purposes().getOrDefault(rule.purpose(), "");
  }

  static List<String> names(Set<DataCategory> categories, Convenant words) {
    return categories.stream().sorted().map(c -> words.labels().getOrDefault(c, "")).toList();
  }

  static Why why(Rule rule) {
    if (rule.publicTask()) {
      return Why.TAAK;
    }
    return rule.lane() == Lane.WETTELIJK ? Why.WET : Why.VEILIGHEID;
  }
}
