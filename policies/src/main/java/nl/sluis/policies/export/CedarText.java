package nl.sluis.policies.export;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.sluis.policies.convenant.Convenant;

/// The convenant as policies of Cedar, with the schema by which Cedar checks them.
public final class CedarText {
  private CedarText() {}

  /// All policies, each with its identifier as `@id`.
  public static String policies(Convenant convenant) {
    return policies(convenant, Chapters.of(convenant));
  }

  /// These chapters as policies, under the heading of the convenant.
  public static String policies(Convenant convenant, List<Chapter> chapters) {
    var out = new StringBuilder();
    for (var line : Heading.lines(convenant)) {
      out.append("// ").append(line).append('\n');
    }
    for (var chapter : chapters) {
      out.append("\n// ").append(Heading.plain(chapter.title())).append('\n');
      for (var sentence : chapter.sentences()) {
        out.append('\n').append(policy(chapter, sentence)).append('\n');
      }
    }
    return out.toString();
  }

  /// What a request may hold; with it Cedar proves that no policy can end in an error.
  public static String schema(Convenant convenant) {
    var out = new StringBuilder();
    out.append("entity Rol, Bericht, Categorie, Verplichting;\n\n");
    var actions = Chapters.of(convenant).stream().map(c -> quoted(c.action())).distinct().sorted();
    out.append("action ").append(actions.collect(Collectors.joining(",\n  ")));
    out.append(
        " appliesTo {\n  principal: Rol,\n  resource: [Bericht, Categorie, Verplichting],\n");
    out.append("  context: {\n");
    for (var fact : Fact.values()) {
      var type =
          switch (fact.kind()) {
            case WOORD -> "String";
            case JA_NEE -> "Bool";
            case VERZAMELING -> "Set<String>";
          };
      out.append("    // ").append(fact.meaning()).append('\n');
      out.append("    ").append(fact.key()).append(": ").append(type).append(",\n");
    }
    return out.append("  },\n};\n").toString();
  }

  private static String policy(Chapter chapter, Sentence sentence) {
    var when =
        Stream.of(
                roles(chapter.from(), "[", "Rol::", "].contains(principal)"),
                roles(chapter.to(), "[", "", "].contains(context.ontvanger)"),
                text(sentence.when()))
            .filter(part -> !part.equals("true"))
            .collect(Collectors.joining("\n  && "));
    return "@id(%s)\n%s (principal, action == Action::%s, resource == %s::%s)%s;"
        .formatted(
            quoted(sentence.id()),
            sentence.permits() ? "permit" : "forbid",
            quoted(chapter.action()),
            sentence.asked().kind(),
            quoted(sentence.asked().word()),
            when.isEmpty() ? "" : "\nwhen {\n  " + when + "\n}");
  }

  private static String roles(SortedSet<String> roles, String open, String type, String close) {
    return roles.isEmpty()
        ? "true"
        : roles.stream()
            .map(role -> type + quoted(role))
            .collect(Collectors.joining(", ", open, close));
  }

  private static String text(Holds when) {
    return switch (when) {
      case Holds.Yes(var fact) -> name(fact);
      case Holds.OneOf(var fact, var words) -> list(words) + ".contains(" + name(fact) + ")";
      case Holds.Has(var fact, var word) -> name(fact) + ".contains(" + quoted(word) + ")";
      case Holds.HasAny(var fact, var words) -> name(fact) + ".containsAny(" + list(words) + ")";
      case Holds.Only(var fact, var words) -> list(words) + ".containsAll(" + name(fact) + ")";
      case Holds.Not(var part) -> "!" + atom(part);
      case Holds.All(var parts) -> joined(parts, " && ", "true");
      case Holds.Any(var parts) -> joined(parts, " || ", "false");
    };
  }

  private static String atom(Holds part) {
    return part instanceof Holds.Not ? "(" + text(part) + ")" : text(part);
  }

  private static String joined(List<Holds> parts, String between, String none) {
    return switch (parts.size()) {
      case 0 -> none;
      case 1 -> text(parts.getFirst());
      default -> parts.stream().map(CedarText::text).collect(Collectors.joining(between, "(", ")"));
    };
  }

  private static String name(Fact fact) {
    return "context." + fact.key();
  }

  private static String list(SortedSet<String> words) {
    return words.stream().map(CedarText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /// A text between quotation marks, with everything that is not plain written as its code point.
  private static String quoted(String text) {
    var out = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c >= ' ' && c < 127 && c != '"' && c != '\\') {
                out.appendCodePoint(c);
              } else {
                out.append("\\u{").append(Integer.toHexString(c)).append('}');
              }
            });
    return out.append('"').toString();
  }
}
