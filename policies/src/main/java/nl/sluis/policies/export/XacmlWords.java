package nl.sluis.policies.export;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// The expressions of XACML in which a sentence is written.
final class XacmlWords {
  private static final String F1 = "urn:oasis:names:tc:xacml:1.0:function:";
  private static final String SUBJECT =
      "urn:oasis:names:tc:xacml:1.0:subject-category:access-subject";
  private static final String CATEGORY = "urn:oasis:names:tc:xacml:3.0:attribute-category:";
  private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";
  private static final String BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean";

  static final String SENDER = word(SUBJECT, "afzender");
  static final String ACTION = word(CATEGORY + "action", "doel");
  static final String KIND = word(CATEGORY + "resource", "soort");
  static final String WORD = word(CATEGORY + "resource", "wat");

  private XacmlWords() {}

  /// The attribute that holds a fact. Words and flags must be there; a set that is not there is
  /// empty.
  static String of(Fact fact) {
    var category = CATEGORY + "environment";
    return switch (fact.kind()) {
      case WOORD -> word(category, fact.key());
      case JA_NEE -> designator(category, fact.key(), BOOLEAN, true);
      case VERZAMELING -> designator(category, fact.key(), STRING, false);
    };
  }

  private static String word(String category, String key) {
    return designator(category, key, STRING, true);
  }

  private static String designator(String category, String key, String type, boolean present) {
    return ("<AttributeDesignator Category=\"%s\" AttributeId=\"urn:sluis:%s\" DataType=\"%s\""
            + " MustBePresent=\"%s\"/>")
        .formatted(category, key, type, present);
  }

  /// A part of a target: the attribute is one of these words.
  static String match(String attribute, Collection<String> words) {
    return words.stream()
        .map(
            w ->
                "<AllOf><Match MatchId=\"%sstring-equal\">%s%s</Match></AllOf>"
                    .formatted(F1, value(w), attribute))
        .collect(Collectors.joining("", "<AnyOf>", "</AnyOf>"));
  }

  /// A text as a value.
  static String value(String text) {
    return "<AttributeValue DataType=\"" + STRING + "\">" + escaped(text) + "</AttributeValue>";
  }

  /// A condition as an expression.
  static String condition(Holds when) {
    return switch (when) {
      case Holds.Yes(var fact) -> apply("boolean-one-and-only", of(fact));
      case Holds.OneOf(var fact, var words) ->
          apply("string-at-least-one-member-of", of(fact), bag(words));
      case Holds.Has(var fact, var word) -> apply("string-is-in", value(word), of(fact));
      case Holds.HasAny(var fact, var words) ->
          apply("string-at-least-one-member-of", of(fact), bag(words));
      case Holds.Only(var fact, var words) -> apply("string-subset", of(fact), bag(words));
      case Holds.Not(var part) -> apply("not", condition(part));
      case Holds.All(var parts) -> apply("and", conditions(parts));
      case Holds.Any(var parts) -> apply("or", conditions(parts));
    };
  }

  private static String conditions(List<Holds> parts) {
    return parts.stream().map(XacmlWords::condition).collect(Collectors.joining());
  }

  private static String bag(Collection<String> words) {
    return apply("string-bag", words.stream().map(XacmlWords::value).collect(Collectors.joining()));
  }

  private static String apply(String function, String... arguments) {
    return "<Apply FunctionId=\"%s%s\">%s</Apply>"
        .formatted(F1, function, String.join("", arguments));
  }

  /// A text that can stand in XML, between tags or between quotation marks.
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&apos;");
  }
}
