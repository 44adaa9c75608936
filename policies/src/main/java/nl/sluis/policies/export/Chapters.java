package nl.sluis.policies.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;
import nl.sluis.policies.convenant.Rule;
import nl.sluis.policies.terms.LawRef;
import nl.sluis.policies.terms.Role;

/// A whole convenant as chapters of plain permissions and prohibitions.
public final class Chapters {
  private Chapters() {}

  /// One chapter for each rule, and one for acute reports, which stand outside all purposes.
  public static List<Chapter> of(Convenant convenant) {
    var chapters = new ArrayList<Chapter>();
    for (var rule : convenant.rules()) {
      chapters.add(of(convenant, rule));
    }
    chapters.add(AcuteChapter.of(convenant));
    return List.copyOf(chapters);
  }

  private static Chapter of(Convenant convenant, Rule rule) {
    var sentences = new ArrayList<Sentence>();
    sentences.add(new Sentence(rule.id() + "/mag", true, Asked.MAG, Holds.always()));
    sentences.add(new Sentence(rule.id() + "/compleet", true, Asked.COMPLEET, Holds.always()));
    sentences.addAll(MessageSentences.of(convenant, rule));
    if (rule.otherChannel().isEmpty()) {
      sentences.addAll(new CategorySentences(rule).sentences());
      sentences.addAll(ObligationSentences.of(rule));
    }
    return new Chapter(
        title(rule), rule.purpose().code(), codes(rule.from()), codes(rule.to()), sentences);
  }

  private static String title(Rule rule) {
    var articles = new ArrayList<>(rule.grounds().stream().map(LawRef::toString).toList());
    rule.secrecyKey().ifPresent(key -> articles.add("geheimhouding: " + key));
    return rule.id() + ", lane " + rule.lane().code() + ": " + String.join("; ", articles);
  }

  private static SortedSet<String> codes(Set<Role> roles) {
    return roles.stream().map(Role::code).collect(Collectors.toCollection(TreeSet::new));
  }
}
