package nl.sluis.policies.export;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.sluis.policies.convenant.Convenant;

/// The convenant as one policy set of XACML 3.0: per purpose, per rule, per thing that is asked.
///
/// Every set and policy combines by deny-overrides; what applies to nothing is a refusal.
public final class XacmlText {
  private static final String COMBINE =
      "urn:oasis:names:tc:xacml:3.0:%s-combining-algorithm:deny-overrides";

  private final StringBuilder out = new StringBuilder();

  private XacmlText() {}

  /// The whole document.
  public static String policies(Convenant convenant) {
    return policies(convenant, Chapters.of(convenant));
  }

  /// These chapters as one policy set, named after the convenant.
  public static String policies(Convenant convenant, List<Chapter> chapters) {
    var it = new XacmlText();
    it.document(convenant, chapters);
    return it.out.toString();
  }

  private void document(Convenant convenant, List<Chapter> chapters) {
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    for (var line : Heading.lines(convenant)) {
      out.append("<!-- ").append(line).append(" -->\n");
    }
    var name = "urn:sluis:convenant:" + convenant.id() + ":" + convenant.version();
    out.append("<PolicySet xmlns=\"urn:oasis:names:tc:xacml:3.0:core:schema:wd-17\" PolicySetId=\"")
        .append(XacmlWords.escaped(name))
        .append("\" Version=\"1.0\" PolicyCombiningAlgId=\"")
        .append(COMBINE.formatted("policy"))
        .append("\">\n<Target/>\n");
    var byAction = new TreeMap<String, List<Chapter>>();
    byAction.putAll(chapters.stream().collect(Collectors.groupingBy(Chapter::action)));
    byAction.forEach((action, some) -> purpose(name, action, some));
    out.append("</PolicySet>\n");
  }

  private void purpose(String name, String action, List<Chapter> chapters) {
    openSet(name + ":" + action);
    out.append("<Target>").append(XacmlWords.match(XacmlWords.ACTION, List.of(action)));
    out.append("</Target>\n");
    int number = 0;
    for (var chapter : chapters) {
      chapter(name + ":" + action + ":" + number++, chapter);
    }
    out.append("</PolicySet>\n");
  }

  private void chapter(String name, Chapter chapter) {
    out.append("<!-- ").append(Heading.plain(chapter.title())).append(" -->\n");
    openSet(name);
    target(chapter);
    var byAsked = new TreeMap<Asked, List<Sentence>>();
    byAsked.putAll(chapter.sentences().stream().collect(Collectors.groupingBy(Sentence::asked)));
    byAsked.forEach((asked, sentences) -> policy(name, asked, sentences));
    out.append("</PolicySet>\n");
  }

  private void target(Chapter chapter) {
    if (chapter.from().isEmpty() && chapter.to().isEmpty()) {
      out.append("<Target/>\n");
      return;
    }
    out.append("<Target>");
    out.append(roles(XacmlWords.SENDER, chapter.from()));
    out.append(roles(XacmlWords.of(Fact.ONTVANGER), chapter.to()));
    out.append("</Target>\n");
  }

  private static String roles(String attribute, SortedSet<String> roles) {
    return roles.isEmpty() ? "" : XacmlWords.match(attribute, List.copyOf(roles));
  }

  private void policy(String name, Asked asked, List<Sentence> sentences) {
    out.append("<Policy PolicyId=\"")
        .append(XacmlWords.escaped(name + ":" + asked.kind() + ":" + asked.word()))
        .append("\" Version=\"1.0\" RuleCombiningAlgId=\"")
        .append(COMBINE.formatted("rule"))
        .append("\">\n<Target>")
        .append(XacmlWords.match(XacmlWords.KIND, List.of(asked.kind())))
        .append(XacmlWords.match(XacmlWords.WORD, List.of(asked.word())))
        .append("</Target>\n");
    sentences.forEach(this::rule);
    out.append("</Policy>\n");
  }

  private void rule(Sentence sentence) {
    var effect = sentence.permits() ? "Permit" : "Deny";
    out.append("<Rule RuleId=\"")
        .append(XacmlWords.escaped(sentence.id()))
        .append("\" Effect=\"")
        .append(effect)
        .append("\">");
    if (!sentence.when().equals(Holds.always())) {
      out.append("\n<Condition>").append(XacmlWords.condition(sentence.when()));
      out.append("</Condition>\n");
    }
    // The engine tells no more than the policy; this way it also says which rule, and why.
    out.append("<ObligationExpressions><ObligationExpression ObligationId=\"urn:sluis:volgens\"")
        .append(" FulfillOn=\"")
        .append(effect)
        .append("\"><AttributeAssignmentExpression AttributeId=\"urn:sluis:regel\">")
        .append(XacmlWords.value(sentence.id()))
        .append("</AttributeAssignmentExpression></ObligationExpression></ObligationExpressions>")
        .append("</Rule>\n");
  }

  private void openSet(String name) {
    out.append("<PolicySet PolicySetId=\"")
        .append(XacmlWords.escaped(name))
        .append("\" Version=\"1.0\" PolicyCombiningAlgId=\"")
        .append(COMBINE.formatted("policy"))
        .append("\">\n");
  }
}
